"""The message with a one-time code has left, or has not."""

from uuid import UUID

from domain.access.model.desk import SignInCode
from domain.platform.work import UnitOfWork


async def note_code_delivery(work: UnitOfWork, code_id: UUID, *, is_sent: bool) -> None:
    """Keep that the message was tried once more, and when it left. For the System."""
    row = await work.session.get_one(SignInCode, code_id)
    row.attempts += 1
    if is_sent:
        row.sent_at = work.now
