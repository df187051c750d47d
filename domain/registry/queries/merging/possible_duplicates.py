"""Who may be the person that somebody is writing down: asked while typing, before there is a second record."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.queries.merging.record_facts import record_facts
from domain.registry.rules.duplicate_reasons import DuplicateReason
from domain.registry.rules.duplicates import CERTAIN, WORTH_A_WORD, Likeness, RecordFacts, likeness, omocodie

MOST = 8
LOOKED_AT = 400


@dataclass(frozen=True)
class TypedPerson:
    """What has been typed of somebody so far."""

    given_name: str = ""
    family_name: str = ""
    alias: str = ""
    codice_fiscale: str | None = None
    born_on: date | None = None


@dataclass(frozen=True)
class PossibleDuplicate:
    """A record that may be of the same person, how much (up to 100) and why.

    ``is_same_code``: the codice fiscale is theirs, so a second record cannot be. ``is_other_birth``: the day of birth
    is not the one that was typed.
    """

    person_id: UUID
    full_name: str
    alias: str
    born_on: date | None
    codice_fiscale: str | None
    score: int
    reasons: tuple[DuplicateReason, ...]

    @property
    def is_same_code(self) -> bool:
        """Whether the two codes are the same, also by omocodia."""
        return bool({DuplicateReason.SAME_CODE, DuplicateReason.OMOCODIA} & set(self.reasons))

    @property
    def is_other_birth(self) -> bool:
        """Whether two days of birth are known, and they differ."""
        return DuplicateReason.OTHER_BIRTH in self.reasons


async def possible_duplicates(work: UnitOfWork, actor: Actor, typed: TypedPerson) -> list[PossibleDuplicate]:
    """At most eight people of whom ``actor`` may know, the likeliest first. Records joined to others are left out."""
    facts = RecordFacts(typed.given_name, typed.family_name, typed.alias, typed.codice_fiscale, typed.born_on)
    known = await record_facts(work, await _worth_comparing(work, actor, typed))
    scored = {person_id: likeness(facts, other) for person_id, other in known.items()}
    likely = {key: found for key, found in scored.items() if found.score >= WORTH_A_WORD}
    first = sorted(likely, key=lambda key: (-likely[key].score, str(key)))[:MOST]
    return [_row(key, known[key], likely[key]) for key in first]


async def _worth_comparing(work: UnitOfWork, actor: Actor, typed: TypedPerson) -> set[UUID]:
    """Who has the code in any of its forms, the birthday, or the name."""
    counts = (visible_to(actor), col(Person.same_as_id).is_(None))
    same = [col(Person.codice_fiscale).in_(omocodie(typed.codice_fiscale))] if typed.codice_fiscale else []
    same += [col(Person.born_on) == typed.born_on] if typed.born_on else []
    found: set[UUID] = set()
    if same:
        found |= set((await work.session.exec(select(Person.id).where(sa.or_(*same), *counts).limit(LOOKED_AT))).all())
    for words in {f"{typed.given_name} {typed.family_name}".strip(), typed.alias.strip()} - {""}:
        found |= set(await ids_found(work, actor, words))
    return found


def _row(person_id: UUID, facts: RecordFacts, found: Likeness) -> PossibleDuplicate:
    return PossibleDuplicate(
        person_id=person_id,
        full_name=f"{facts.given_name} {facts.family_name}".strip() or facts.alias,
        alias=facts.alias,
        born_on=facts.born_on,
        codice_fiscale=facts.codice_fiscale,
        score=min(found.score, CERTAIN),
        reasons=found.reasons,
    )
