"""What somebody has typed so far while they book."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen
from domain.platform.settings import settings
from domain.platform.tokens import fingerprint
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.model.booking import BookingDraft
from domain.scheduling.refusals import DraftOver


async def booking_draft(work: UnitOfWork, actor: Actor, token: str) -> BookingDraft:
    """The draft of this browser, for who began it. Refuses DraftOver."""
    async with as_the_program(work, "booking draft"):
        return await kept_draft(work, actor, token)


async def kept_draft(work: UnitOfWork, actor: Actor, token: str, *, for_update: bool = False) -> BookingDraft:
    """The same, for the program; locked where it is to be changed."""
    wanted = select(BookingDraft).where(
        col(BookingDraft.fingerprint) == fingerprint(settings().secret, f"booking {token}"),
        col(BookingDraft.expires_at) > work.now,
        col(BookingDraft.account_id) == account_of(actor),
    )
    found = (
        (await work.session.exec(wanted.with_for_update() if for_update else wanted)).one_or_none() if token else None
    )
    if found is None:
        raise DraftOver
    return found


def account_of(actor: Actor) -> UUID | None:
    """Whose draft it is: that of an account, or of a browser where nobody is signed in."""
    return actor.account_id if isinstance(actor, Citizen) else None
