"""Who follows: the second screen that a browser has opened, looked up at every request."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.intake.model.assistance import SecondScreen
from domain.kernel.actor import Companion, System
from domain.organization.queries.enti import family_of
from domain.platform.settings import settings
from domain.platform.tokens import fingerprint
from domain.platform.work import UnitOfWork


async def screen_session(work: UnitOfWork, system: System, browser_token: str) -> Companion | None:
    """The companion whose browser has ``browser_token``; None when the screen was closed or is too old."""
    wanted = select(SecondScreen).where(
        col(SecondScreen.browser_hash) == fingerprint(settings().secret, browser_token),
        col(SecondScreen.closed_at).is_(None),
        col(SecondScreen.expires_at) > work.now,
    )
    found = (await work.session.exec(wanted)).one_or_none()
    return None if found is None else _companion(found, await family_of(work, found.ente_id))


def _companion(screen: SecondScreen, enti: Sequence[UUID]) -> Companion:
    return Companion(
        screen_id=screen.id,
        application_id=screen.application_id,
        person_id=screen.person_id,
        ente_id=screen.ente_id,
        enti=tuple(enti),
    )
