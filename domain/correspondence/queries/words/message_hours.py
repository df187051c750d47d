"""When the messages of an ente rest."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.model.message_words import MessageHours
from domain.correspondence.rules.when_to_send import Hours, outside
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class MessageHoursRow:
    """What is in force; number 0 is how it starts: messages leave at any hour, the sender has the ente's name."""

    number: int = 0
    quiet_from: int = 0
    quiet_to: int = 0
    is_sunday_quiet: bool = False
    neutral_sender: str = ""

    @property
    def hours(self) -> Hours:
        """The hours in which messages leave."""
        return outside(self.quiet_from, self.quiet_to, is_sunday_quiet=self.is_sunday_quiet)


async def message_hours(work: UnitOfWork, ente_id: UUID) -> MessageHoursRow:
    """What the ente has decided; within its ambito no secret. One question."""
    wanted = select(MessageHours).where(col(MessageHours.ente_id) == ente_id)
    found = (await work.session.exec(wanted.order_by(col(MessageHours.number).desc()).limit(1))).first()
    if found is None:
        return MessageHoursRow()
    return MessageHoursRow(found.number, found.quiet_from, found.quiet_to, found.is_sunday_quiet, found.neutral_sender)
