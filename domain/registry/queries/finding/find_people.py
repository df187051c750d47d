"""Who is meant by what was typed: the one box by which everybody is found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.platform.reading_log import Reading
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.permissions import may_find_people, may_see_codes
from domain.registry.queries.facts.believed import STILL
from domain.registry.queries.finding.candidates import Candidate, candidates, sounds_by_key
from domain.registry.rules.ages import age_on
from domain.registry.rules.naming.asked import Nearby, first_round, keys_near, nearest, second_round, third_round
from domain.registry.rules.naming.masks import masked
from domain.registry.rules.naming.naming import NameKind
from domain.registry.rules.naming.score import Score, score
from domain.registry.rules.naming.typed import Typed, understand
from domain.registry.terms import FactKind
from domain.registry.terms.records import MatchReason

MOST = 20
SHOWN_FROM = 0.55
"""Below this somebody only shares a part of what was typed, and is not shown."""
SAME_CODE = 0.9
"""Where somebody has the code that was typed, people with a similar one are not shown beside."""
SURE_FROM, SURE_WITH_DATE, NEAR_ENOUGH = 0.925, 0.84, 0.8
"""From here on the first round, or the second, has found who was meant: no further round is needed."""
EACH, ALL = 300, 600
EACH_NEAR, ALL_NEAR = 60, 800


@dataclass(frozen=True)
class FoundPerson:
    """Enough to tell people apart, and nothing more.

    ``known_as`` is the other name that was typed. ``codice_fiscale`` is masked for those whose work needs none.
    """

    id: UUID
    ente_id: UUID
    full_name: str
    known_as: str
    born_on: date | None
    city: str
    codice_fiscale: str | None
    is_protected: bool
    reasons: tuple[MatchReason, ...]
    value: float

    def age_on(self, day: date) -> int | None:
        """Full years on ``day``; None when the day of birth is not known."""
        return None if self.born_on is None else age_on(self.born_on, day)


async def find_people(work: UnitOfWork, actor: Actor, text: str, *, at_most: int = MOST) -> list[FoundPerson]:
    """The people meant by ``text``, likeliest first: names in any order, spelling and script, codes, dates, numbers.

    Only people of whom ``actor`` may know; the others change neither order nor length of the answer. At most six
    questions. That an operator has searched is noted, without the words.
    """
    typed = understand(text, work.today)
    if typed.is_empty or not may_find_people(actor):
        return []
    ranked = (await _ranked(work, actor, typed))[:at_most]
    if ranked and isinstance(actor, Operator):
        work.note_reading(
            Reading(None, actor.ente_id, ReadingSubject.SEARCH.value, None, ReadingPurpose.DESK_HELP.value)
        )
    cities = await _cities(work, [one.id for _, one in ranked])
    return [_found(found, one, cities.get(one.id, ""), is_plain=may_see_codes(actor)) for found, one in ranked]


async def ids_found(work: UnitOfWork, actor: Actor, text: str, *, at_most: int = 200) -> list[UUID]:
    """The people who answer well to ``text``: for the search boxes of lists, which show other things than people."""
    typed = understand(text, work.today)
    if typed.is_empty:
        return []
    ranked = await _ranked(work, actor, typed)
    return [one.id for found, one in ranked[:at_most] if found.value >= NEAR_ENOUGH]


async def _ranked(work: UnitOfWork, actor: Actor, typed: Typed) -> list[tuple[Score, Candidate]]:
    seen: dict[UUID, tuple[Score, Candidate]] = {}
    near = Nearby()
    for clues, each, most, enough in (
        (first_round, EACH, ALL, _sure_from(typed)),
        (second_round, EACH_NEAR, ALL_NEAR, NEAR_ENOUGH),
        (third_round, EACH_NEAR, ALL_NEAR, 0.0),
    ):
        for one in await candidates(work, actor, clues(typed, near), each=each, at_most=most):
            if one.id not in seen:
                seen[one.id] = (score(typed, one.naming), one)
        if max((found.value for found, _ in seen.values()), default=0.0) >= enough or not typed.slots:
            break
        if clues is first_round:
            near = await _nearby(work, typed)
    best = max((found.value for found, _ in seen.values()), default=0.0)
    shown_from = SAME_CODE if typed.code and best >= SAME_CODE else SHOWN_FROM
    return sorted((pair for pair in seen.values() if pair[0].value >= shown_from), key=_order)


def _sure_from(typed: Typed) -> float:
    """Who is meant was found, if ever, by the code, the number or the day: no word nearby brings anybody closer."""
    if typed.code or typed.phone or typed.email:
        return SHOWN_FROM
    return SURE_WITH_DATE if typed.born_on else SURE_FROM


async def _nearby(work: UnitOfWork, typed: Typed) -> Nearby:
    slots = {slot: slot is slots[-1] for slots in typed.readings for slot in slots}
    keys = {key for slot, is_last in slots.items() for key in keys_near(slot, is_last=is_last)}
    found = await sounds_by_key(work, sorted(keys))
    return Nearby({slot: nearest(slot, found, is_last=is_last) for slot, is_last in slots.items()})


async def _cities(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    homes = select(Fact.person_id, Fact.value).where(
        col(Fact.person_id).in_(ids),
        col(Fact.kind) == FactKind.RESIDENCE,
        STILL,
        holds_on(Fact.held_during, work.today),
    )
    return {person_id: value["city"] for person_id, value in (await work.session.exec(homes)).all()}


def _order(pair: tuple[Score, Candidate]) -> tuple[float, str, date, str]:
    found, one = pair
    return -round(found.value, 4), one.full_name, one.born_on or date.min, str(one.id)


def _found(found: Score, one: Candidate, city: str, *, is_plain: bool) -> FoundPerson:
    code = one.naming.codes[0] if one.naming.codes else None
    other = found.name if found.name and found.name.kind is not NameKind.RECORDED else None
    return FoundPerson(
        id=one.id,
        ente_id=one.ente_id,
        full_name=one.full_name,
        known_as=other.full if other else "",
        born_on=one.born_on,
        city=city,
        codice_fiscale=code if is_plain or code is None else masked(code),
        is_protected=one.is_protected,
        reasons=found.reasons,
        value=found.value,
    )
