"""Somebody opens the link of a second screen: once, and in the browser that does it."""

from sqlmodel import col, select

from domain.intake.model.assistance import SecondScreen
from domain.intake.refusals import ScreenOver
from domain.kernel.actor import System
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.platform.reading_log import Reading
from domain.platform.settings import settings
from domain.platform.tokens import fingerprint, new_token
from domain.platform.work import UnitOfWork


async def open_screen(work: UnitOfWork, system: System, token: str) -> str:
    """The token for the cookie of this browser; from now on the link opens nothing. The reading is noted.

    Of two at once one gets it. Refuses ScreenOver for a link that is wrong, used, too old or closed: all alike.
    """
    key = settings().secret
    wanted = select(SecondScreen).where(col(SecondScreen.token_hash) == fingerprint(key, token)).with_for_update()
    screen = (await work.session.exec(wanted)).one_or_none()
    if screen is None or screen.opened_at is not None or not screen.is_live(work.now):
        raise ScreenOver
    browser_token = new_token()
    screen.opened_at, screen.browser_hash = work.now, fingerprint(key, browser_token)
    work.note_reading(
        Reading(
            person_id=screen.person_id,
            ente_id=screen.ente_id,
            subject=ReadingSubject.APPLICATION,
            subject_id=screen.application_id,
            purpose=ReadingPurpose.SECOND_SCREEN,
        )
    )
    return browser_token
