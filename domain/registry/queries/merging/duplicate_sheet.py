"""Two records side by side: what each says, what hangs on each, and what is proposed to stay."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.organization.queries.enti import ente
from domain.organization.queries.operators import operator_names
from domain.platform.rows.references import count_references
from domain.platform.work import UnitOfWork
from domain.registry.model.merge import DuplicateCandidate, Merge
from domain.registry.model.person import Person
from domain.registry.queries.merging.duplicates import pair_of
from domain.registry.queries.merging.merges import NO_LINKS
from domain.registry.queries.person_card import PersonCard, person_card
from domain.registry.rules.duplicate_reasons import DuplicateReason
from domain.registry.rules.duplicates import are_different, reliability
from domain.registry.terms.records import DuplicateStatus, PersonField


@dataclass(frozen=True)
class ComparedField:
    """What the two say of something; ``takes_former`` proposes that what the former record says stays."""

    field: PersonField
    former: Any
    kept: Any
    takes_former: bool

    @property
    def differs(self) -> bool:
        """Whether there is something to choose."""
        return self.former != self.kept


@dataclass(frozen=True)
class LinkCount:
    """How many rows of a table hang on each; with ``is_changeable`` they move, else they stay written as they are."""

    table: str
    former: int
    kept: int
    is_changeable: bool


@dataclass(frozen=True)
class DuplicateSheet:
    """A pair of the review list. ``merge_id`` when the two are joined; ``needs_head``: two different codici fiscali."""

    id: UUID
    status: DuplicateStatus
    score: int
    reasons: tuple[DuplicateReason, ...]
    former: PersonCard
    kept: PersonCard
    fields: tuple[ComparedField, ...]
    links: tuple[LinkCount, ...]
    needs_head: bool
    merge_id: UUID | None
    decided_at: datetime | None
    decided_by: str
    decision: str


async def duplicate_sheet(work: UnitOfWork, operator: Operator, candidate_id: UUID) -> DuplicateSheet:
    """The pair for ``operator``; both readings are noted. Counts are of what the operator may see.

    The record that counts is the one with the more reliable code, then the older one. Refuses NotAllowed, NotFound.
    """
    pair = await pair_of(work, operator, candidate_id)
    former, kept = await _in_order(work, pair)
    merge_id = await _merge_of(work, pair)
    decided = await operator_names(work, [pair.decided_by_id] if pair.decided_by_id else [])
    enti = {one: (await ente(work, one)).name for one in {former.ente_id, kept.ente_id}}
    return DuplicateSheet(
        id=pair.id,
        status=pair.status,
        score=pair.score,
        reasons=tuple(DuplicateReason(reason) for reason in pair.reasons),
        former=await person_card(work, operator, former.id),
        kept=await person_card(work, operator, kept.id),
        fields=tuple(_compared(name, former, kept, enti) for name in PersonField),
        links=await _links(work, former.id, kept.id),
        needs_head=are_different(former.codice_fiscale, kept.codice_fiscale),
        merge_id=merge_id,
        decided_at=pair.decided_at,
        decided_by=next(iter(decided.values()), ""),
        decision=pair.decision,
    )


async def _in_order(work: UnitOfWork, pair: DuplicateCandidate) -> tuple[Person, Person]:
    wanted = select(Person).where(col(Person.id).in_((pair.first_id, pair.second_id)))
    former, kept = sorted((await work.session.exec(wanted)).all(), key=_trusted)
    return former, kept


def _trusted(one: Person) -> tuple[bool, int, float, str]:
    code = reliability(one.codice_fiscale, is_doubtful=one.is_codice_fiscale_doubtful)
    return one.same_as_id is None, code, -one.created_at.timestamp(), str(one.id)


async def _merge_of(work: UnitOfWork, pair: DuplicateCandidate) -> UUID | None:
    both = (pair.first_id, pair.second_id)
    wanted = select(Merge.id).where(
        col(Merge.former_id).in_(both), col(Merge.kept_id).in_(both), col(Merge.undone_at).is_(None)
    )
    return (await work.session.exec(wanted)).first()


async def _links(work: UnitOfWork, former_id: UUID, kept_id: UUID) -> tuple[LinkCount, ...]:
    found = await count_references(work, "registry.person", (former_id, kept_id))
    return tuple(
        LinkCount(one.table, times.get(former_id, 0), times.get(kept_id, 0), one.is_changeable)
        for one, times in found.items()
        if one.table not in NO_LINKS
    )


def _compared(name: PersonField, former: Person, kept: Person, enti: dict[UUID, str]) -> ComparedField:
    here, there = getattr(former, name.value) or None, getattr(kept, name.value) or None
    takes_former = here is not None and there is None
    if name is PersonField.LANGUAGE:  # what was written last is what the person asked for last
        takes_former = former.created_at > kept.created_at
    if name is PersonField.ENTE_ID:
        here, there = enti[former.ente_id], enti[kept.ente_id]
    return ComparedField(name, here, there, takes_former and here != there)
