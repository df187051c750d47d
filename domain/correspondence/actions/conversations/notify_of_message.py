"""Tell the office that somebody has written: all of it, never one operator alone."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.model.conversation import Conversation
from domain.correspondence.terms.conversations import About
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

PATHS = {About.APPLICATION: "/domande/{}/conversazione", About.CASE: "/casi/{}/conversazione"}


class NotifyOfMessage(BaseModel):
    """Which message."""

    conversation_id: UUID
    message_id: UUID


async def notify_of_message(work: UnitOfWork, system: System, command: NotifyOfMessage) -> int:
    """How many were told. Where no office is competent, everybody of the ente who answers is told.

    Once until somebody answers: who writes three times is one thing to do. Of what was answered meanwhile nobody is.
    """
    wanted = select(Conversation).where(col(Conversation.id) == command.conversation_id)
    conversation = (await work.session.exec(wanted)).one()
    if conversation.asked_at is None:
        return 0
    told = NotifyOperators(
        ente_id=conversation.ente_id,
        kind=NoticeKind.CITIZEN_MESSAGE,
        key=f"conversation:{conversation.id}:{conversation.asked_at.isoformat()}",
        subject=_("Una persona ha scritto all'ufficio."),
        path=PATHS[conversation.about].format(conversation.subject_id),
        office_id=conversation.office_id,
        roles=DESK_ROLES,
    )
    return await notify_operators(work, system, told)
