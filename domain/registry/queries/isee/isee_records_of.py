"""The ISEE certificates that are, or were, known of a person, with their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor, Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.model.isee import IseeRecord
from domain.registry.queries.isee.isee_on_record import STILL
from domain.registry.queries.names import names
from domain.registry.queries.people import person
from domain.registry.rules.isee import GENERAL_KINDS, in_force
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactSource, IseeKind


@dataclass(frozen=True)
class IseeRow:
    """A certificate: the indicator in euros; ``ends_on`` is the last day; ``known_to`` None while it is believed.

    ``members`` are the others of the household whom it is about, as far as who asks may know of them. Who wrote it and
    why is for operators alone.
    """

    id: UUID
    person_id: UUID
    attestation_id: UUID
    kind: IseeKind
    amount: Decimal
    dsu_number: str
    declared_on: date | None
    stretch: Stretch
    is_irregular: bool
    omissions: str
    source: FactSource
    document_id: UUID | None
    known_from: datetime
    known_to: datetime | None
    author: str = ""
    reason: str = ""
    dropped_by: str = ""
    dropped_reason: str = ""
    members: Sequence[tuple[UUID, str]] = ()

    @property
    def starts_on(self) -> date | None:
        """The first day."""
        return self.stretch.starts_on

    @property
    def ends_before(self) -> date | None:
        """The first day on which it does not hold any more."""
        return self.stretch.ends_before

    @property
    def ends_on(self) -> date | None:
        """The last day."""
        return self.ends_before - timedelta(days=1) if self.ends_before else None

    @property
    def is_believed(self) -> bool:
        """Whether nothing has taken its place."""
        return self.known_to is None


@dataclass(frozen=True)
class IseeStanding:
    """Which certificate counts on a day, and the others that hold on it too: of other kinds, or declared before."""

    in_force: IseeRow | None
    others: Sequence[IseeRow]


async def isee_records_of(work: UnitOfWork, actor: Actor, person_id: UUID) -> Sequence[IseeRow]:
    """Everything ever written, the earliest first, for the copy of one's own. Refuses NotFound to who may not know."""
    known = await person(work, actor, person_id)
    wanted = select(IseeRecord).where(col(IseeRecord.person_id) == known.id)
    found = (await work.session.exec(wanted.order_by(col(IseeRecord.created_at), col(IseeRecord.id)))).all()
    return await _rows(work, actor, found)


async def isee_believed_of(work: UnitOfWork, actor: Actor, person_id: UUID) -> Sequence[IseeRow]:
    """What is believed now, the latest days first. Refuses NotFound; who calls notes the reading."""
    known = await person(work, actor, person_id)
    wanted = select(IseeRecord).where(col(IseeRecord.person_id) == known.id, STILL)
    latest = wanted.order_by(sa.func.lower(col(IseeRecord.held_during)).desc(), col(IseeRecord.id)).limit(PAGE_SIZE)
    return await _rows(work, actor, (await work.session.exec(latest)).all())


async def isee_history(work: UnitOfWork, operator: Operator, person_id: UUID, page: int = 1) -> Page[IseeRow]:
    """All that was ever written, the latest first, also what is not believed any more. Refuses NotFound."""
    known = await person(work, operator, person_id)
    mine = col(IseeRecord.person_id) == known.id
    total = (await work.session.exec(select(sa.func.count(col(IseeRecord.id))).where(mine))).one()
    latest = select(IseeRecord).where(mine).order_by(sa.func.lower(col(IseeRecord.known_during)).desc())
    found = (await work.session.exec(latest.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page(await _rows(work, operator, found), max(1, page), PAGE_SIZE, total)


async def isee_row(work: UnitOfWork, operator: Operator, person_id: UUID, isee_id: UUID) -> IseeRow:
    """One certificate in the file of the person, believed or not. Refuses NotFound."""
    known = await person(work, operator, person_id)
    wanted = select(IseeRecord).where(col(IseeRecord.id) == isee_id, col(IseeRecord.person_id) == known.id)
    found = (await work.session.exec(wanted)).all()
    if not found:
        raise NotFound
    return (await _rows(work, operator, found))[0]


async def isee_standing(
    work: UnitOfWork, actor: Actor, person_id: UUID, day: date, kinds: tuple[IseeKind, ...] = GENERAL_KINDS
) -> IseeStanding:
    """The certificate of one of ``kinds`` that counts on ``day``, and the others; as we believe now. Refuses NotFound.

    Who calls notes the reading: it is part of a larger page.
    """
    believed = await isee_believed_of(work, actor, person_id)
    chosen = in_force(believed, day, kinds)
    return IseeStanding(chosen, [one for one in believed if one is not chosen and one.stretch.has(day)])


async def isee_in_force(
    work: UnitOfWork, actor: Actor, person_id: UUID, day: date, kinds: tuple[IseeKind, ...] = GENERAL_KINDS
) -> IseeRow | None:
    """The certificate that counts on ``day``; None without one. The same rules as isee_standing."""
    return (await isee_standing(work, actor, person_id, day, kinds)).in_force


async def _rows(work: UnitOfWork, actor: Actor, found: Sequence[IseeRecord]) -> list[IseeRow]:
    is_office = isinstance(actor, Operator)
    authors = {one for row in found for one in (row.author_id, row.dropped_by_id) if one and is_office}
    called = await operator_names(work, authors) if authors else {}
    members = await _members(work, found) if is_office else {}
    return [
        _row(one, called if is_office else None, members.get((one.attestation_id, one.person_id), ())) for one in found
    ]


def _row(one: IseeRecord, called: dict[UUID, str] | None, members: Sequence[tuple[UUID, str]]) -> IseeRow:
    told = (
        {}
        if called is None
        else {
            "author": called.get(one.author_id, "") if one.author_id else "",
            "reason": one.reason,
            "dropped_by": called.get(one.dropped_by_id, "") if one.dropped_by_id else "",
            "dropped_reason": one.dropped_reason,
        }
    )
    return IseeRow(
        id=one.id,
        person_id=one.person_id,
        attestation_id=one.attestation_id,
        kind=one.kind,
        amount=one.amount,
        dsu_number=one.dsu_number,
        declared_on=one.declared_on,
        stretch=one.stretch,
        is_irregular=one.is_irregular,
        omissions=one.omissions,
        source=one.source,
        document_id=one.document_id,
        known_from=one.known_from,
        known_to=one.known_during.upper,
        members=members,
        **told,
    )


async def _members(
    work: UnitOfWork, found: Sequence[IseeRecord]
) -> dict[tuple[UUID, UUID], Sequence[tuple[UUID, str]]]:
    """Of each row, who else has a row of the same certificate that is believed; two questions."""
    ids = {one.attestation_id for one in found}
    if not ids:
        return {}
    wanted = select(IseeRecord.attestation_id, IseeRecord.person_id).where(
        col(IseeRecord.attestation_id).in_(ids), STILL
    )
    pairs = {(attestation, member) for attestation, member in (await work.session.exec(wanted.distinct())).all()}
    people = await names(work, {member for _attestation, member in pairs})
    return {
        (one.attestation_id, one.person_id): sorted(
            (
                (member, people[member].full_name)
                for attestation, member in pairs
                if attestation == one.attestation_id and member != one.person_id and member in people
            ),
            key=lambda pair: pair[1],
        )
        for one in found
    }
