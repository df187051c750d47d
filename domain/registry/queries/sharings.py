"""With whom a person's record is shared: for the offices that keep it, and for the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.organization.queries.ambiti import ente_names
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person
from domain.registry.model.sharing import Sharing
from domain.registry.permissions import may_share
from domain.registry.queries.people import person
from domain.registry.rules.timelines import stretch_of

MOST = 100


@dataclass(frozen=True)
class SharingRow:
    """Which ente shows the record to which other one, why, and for which days; ``is_in_force`` today."""

    id: UUID
    ente_name: str
    to_ente_name: str
    purpose: str
    legal_ground: str
    starts_on: date | None
    ends_on: date | None
    shared_at: datetime
    ended_at: datetime | None
    is_in_force: bool


async def sharings_of(work: UnitOfWork, actor: Actor, person_id: UUID) -> Sequence[SharingRow]:
    """All that there ever were, the latest first: for the citizen, and for operators of the enti that keep the record.

    Refuses NotFound to who may not know of the person, and to who only reads a shared record.
    """
    known = await person(work, actor, person_id)
    if isinstance(actor, Operator) and known.ente_id not in actor.enti:
        raise NotFound
    wanted = select(Sharing).where(col(Sharing.person_id) == person_id).order_by(col(Sharing.created_at).desc())
    found = (await work.session.exec(wanted.limit(MOST))).all()
    called = await ente_names(work, tuple({one for row in found for one in (row.ente_id, row.to_ente_id)}))
    return [_row(one, called, work.today, is_protected=known.is_protected) for one in found]


async def enti_to_share_with(work: UnitOfWork, operator: Operator, person_id: UUID) -> Sequence[tuple[UUID, str]]:
    """The other members of the ambito, by name; none for a person under protection. Refuses NotFound."""
    known = await person(work, operator, person_id)
    if known.ente_id not in operator.enti or not may_share(operator):
        raise NotFound
    if known.is_protected:
        return []
    others = tuple(one for one in operator.family[1:] if one != known.ente_id)
    return sorted((await ente_names(work, others)).items(), key=lambda one: one[1])


@dataclass(frozen=True)
class SharedPersonRow:
    """Somebody whose record another ente shows to the operator's, until the last day."""

    person_id: UUID
    full_name: str
    ente_name: str
    purpose: str
    ends_on: date | None


async def shared_with_us(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[SharedPersonRow]:
    """Whose records the enti in which the operator works may read today, the first to end first."""
    mine = (
        col(Sharing.to_ente_id).in_(operator.enti),
        col(Sharing.ended_at).is_(None),
        holds_on(Sharing.held_during, work.today),
        sa.not_(col(Person.is_protected)),
    )
    joined = select(Sharing, Person).join(Person, col(Person.id) == col(Sharing.person_id)).where(*mine)
    counted = select(sa.func.count(col(Sharing.id))).join(Person, col(Person.id) == col(Sharing.person_id))
    total = (await work.session.exec(counted.where(*mine))).one()
    ordered = joined.order_by(sa.func.upper(col(Sharing.held_during)), col(Sharing.id))
    found = (await work.session.exec(ordered.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    called = await ente_names(work, tuple({sharing.ente_id for sharing, _person in found}))
    rows = []
    for sharing, known in found:
        after = stretch_of(sharing.held_during).ends_before
        ends_on = after - timedelta(days=1) if after else None
        ente_name = called.get(sharing.ente_id, "")
        rows.append(SharedPersonRow(known.id, known.full_name, ente_name, sharing.purpose, ends_on))
    return Page(rows, max(1, page), PAGE_SIZE, total)


async def own_sharings(work: UnitOfWork, citizen: Citizen) -> Sequence[SharingRow]:
    """Those of the citizen's own record that are in force: who may see it besides the comune."""
    return [row for row in await sharings_of(work, citizen, citizen.person_id) if row.is_in_force]


def _row(one: Sharing, called: dict[UUID, str], today: date, *, is_protected: bool) -> SharingRow:
    held = stretch_of(one.held_during)
    return SharingRow(
        id=one.id,
        ente_name=called.get(one.ente_id, ""),
        to_ente_name=called.get(one.to_ente_id, ""),
        purpose=one.purpose,
        legal_ground=one.legal_ground,
        starts_on=held.starts_on,
        ends_on=held.ends_before - timedelta(days=1) if held.ends_before else None,
        shared_at=one.created_at,
        ended_at=one.ended_at,
        is_in_force=one.holds_on(today) and not is_protected,
    )
