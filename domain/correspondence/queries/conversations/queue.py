"""What people have written to the offices, the longest wait first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.correspondence.model.conversation import Conversation
from domain.correspondence.permissions import may_answer
from domain.correspondence.terms.conversations import About, ConversationStatus
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed
from domain.organization.queries.office_names import office_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


@dataclass(frozen=True)
class QueueFilter:
    """What is looked for; ``days``: somebody has waited at least as long."""

    status: ConversationStatus | None = ConversationStatus.WAITING
    office_id: UUID | None = None
    language: str | None = None
    days: int | None = None


@dataclass(frozen=True)
class QueuedConversation:
    """A conversation in the queue: whose it is, about what, since when somebody waits."""

    id: UUID
    about: About
    subject_id: UUID
    name: str
    office: str
    language: str
    status: ConversationStatus
    asked_at: datetime | None
    last_message_at: datetime
    set_aside_reason: str


async def conversations_queue(
    work: UnitOfWork, operator: Operator, wanted: QueueFilter, page: int = 1
) -> Page[QueuedConversation]:
    """One page, in a fixed number of questions: what waits, the longest wait first; else the latest message first.

    Whose person is hidden from ``operator`` is not there. Refuses NotAllowed without a role that answers.
    """
    if not may_answer(operator):
        raise NotAllowed
    asked = select(Conversation, sa.func.count().over()).where(*_conditions(work, operator, wanted))
    is_waiting = wanted.status is ConversationStatus.WAITING
    order = col(Conversation.asked_at) if is_waiting else col(Conversation.last_message_at).desc()
    ordered = asked.order_by(order, col(Conversation.id)).offset(offset_of(page)).limit(PAGE_SIZE)
    found = (await work.session.exec(ordered)).all()
    rows = await _rows(work, [one for one, _total in found])
    return Page(rows, max(1, page), PAGE_SIZE, found[0][1] if found else 0)


async def waiting_conversations(work: UnitOfWork, operator: Operator) -> int:
    """How many wait for an answer of the enti in reach; none for who answers none."""
    if not may_answer(operator):
        return 0
    counted = select(sa.func.count(col(Conversation.id))).where(*_conditions(work, operator, QueueFilter()))
    return (await work.session.exec(counted)).one()


def _conditions(work: UnitOfWork, operator: Operator, wanted: QueueFilter) -> list[Any]:
    found: list[Any] = [col(Conversation.ente_id).in_(operator.enti)]
    if wanted.status is not None:
        found.append(col(Conversation.status) == wanted.status)
    if wanted.office_id is not None:
        found.append(col(Conversation.office_id) == wanted.office_id)
    if wanted.language is not None:
        found.append(col(Conversation.language) == wanted.language)
    if wanted.days is not None:
        since = sa.func.coalesce(col(Conversation.asked_at), col(Conversation.last_message_at))
        found.append(since <= work.now - timedelta(days=wanted.days))
    return found


async def _rows(work: UnitOfWork, found: Sequence[Conversation]) -> list[QueuedConversation]:
    people = await names(work, [one.person_id for one in found])
    offices = await office_names(work, [one.office_id for one in found if one.office_id])
    return [
        QueuedConversation(
            one.id,
            one.about,
            one.subject_id,
            people[one.person_id].full_name if one.person_id in people else "",
            offices[one.office_id].name if one.office_id and one.office_id in offices else "",
            one.language,
            one.status,
            one.asked_at,
            one.last_message_at,
            one.set_aside_reason,
        )
        for one in found
    ]
