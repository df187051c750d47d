"""Notes how the post office took the e-mail of a link."""

from uuid import UUID

from domain.access.model.entry import AccessLink
from domain.platform.work import UnitOfWork


async def note_delivery(work: UnitOfWork, link_id: UUID, *, is_sent: bool) -> None:
    """One more attempt, and when it went well. For the System."""
    link = await work.session.get_one(AccessLink, link_id, with_for_update=True)
    link.attempts += 1
    if is_sent:
        link.sent_at = work.now
