"""What was written to a person, and how far each delivery has come: for the office."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.correspondence.model.letter import Delivery, Letter
from domain.correspondence.permissions import may_set_contact
from domain.correspondence.refusals import NotYoursToReach
from domain.correspondence.terms import Channel, DeliveryStatus
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class DeliveryRow:
    """One delivery: by which way, where it is, how often it was tried."""

    channel: Channel
    status: DeliveryStatus
    attempts: int
    sent_at: datetime | None


@dataclass(frozen=True)
class MessageRow:
    """A message as the office sees it: why it was written, not what it says. Without deliveries: the personal area."""

    occasion: Occasion
    written_at: datetime
    read_at: datetime | None
    deliveries: tuple[DeliveryRow, ...]


async def messages_to(work: UnitOfWork, operator: Operator, person_id: UUID, page: int = 1) -> Page[MessageRow]:
    """The latest first, of the enti in reach; the caller has opened the person's card, which notes the reading.

    Refuses NotYoursToReach to who does not work at the desk.
    """
    if not may_set_contact(operator, person_id):
        raise NotYoursToReach
    theirs = (col(Letter.person_id) == person_id, col(Letter.ente_id).in_(operator.enti))
    total = (await work.session.exec(select(sa.func.count(col(Letter.id))).where(*theirs))).one()
    wanted = select(Letter).where(*theirs).order_by(col(Letter.created_at).desc(), col(Letter.id))
    found = (await work.session.exec(wanted.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    ways = await _deliveries(work, [one.id for one in found])
    rows = [MessageRow(one.occasion, one.created_at, one.read_at, tuple(ways[one.id])) for one in found]
    return Page(rows, max(1, page), PAGE_SIZE, total)


async def _deliveries(work: UnitOfWork, letter_ids: list[UUID]) -> dict[UUID, list[DeliveryRow]]:
    found: dict[UUID, list[DeliveryRow]] = defaultdict(list)
    if not letter_ids:
        return found
    wanted = select(Delivery).where(col(Delivery.letter_id).in_(letter_ids)).order_by(col(Delivery.channel))
    for one in (await work.session.exec(wanted)).all():
        found[one.letter_id].append(DeliveryRow(one.channel, one.status, one.attempts, one.sent_at))
    return found
