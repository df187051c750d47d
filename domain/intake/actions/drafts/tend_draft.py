"""A draft near its end: its applicant is told a week and a day before, and then it is deleted."""

from uuid import UUID

from babel.dates import format_date
from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.intake.actions.drafts.forget_draft import forget_draft
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.intake.queries.draft_days import draft_days, kept_until
from domain.intake.rules.drafts.lifetime import DraftDue, due
from domain.kernel.actor import System
from domain.kernel.clock import day_of
from domain.platform.work import UnitOfWork


class TendDraft(BaseModel):
    """Which one."""

    application_id: UUID


async def tend_draft(work: UnitOfWork, system: System, command: TendDraft) -> DraftDue:
    """Do what is due today, and say what it was; what was sent or deleted meanwhile is let be.

    The row is locked, and each message is written about once: run again after any stop, nobody is told twice.
    """
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted.with_for_update(skip_locked=True))).one_or_none()
    if application is None or not application.is_draft or application.saved_at is None:
        return DraftDue.NOTHING
    days = (await draft_days(work, [application.ente_id]))[application.ente_id]
    wanting = due(day_of(application.saved_at), days, application.warned_on, work.today)
    if wanting is DraftDue.DELETION:
        await forget_draft(work, system, application)
    elif wanting is not DraftDue.NOTHING:
        application.warn(work.today)
        await _tell(work, application, wanting)
    return wanting


async def _tell(work: UnitOfWork, application: Application, wanting: DraftDue) -> None:
    end = (await kept_until(work, [application]))[application.id]
    told = SendLetter(
        key=f"draft-expiring:{application.id}:{application.version}:{wanting}",
        ente_id=application.ente_id,
        person_id=application.applicant_id,
        language=application.language,
        occasion=Occasion.DRAFT_EXPIRING,
        tags={"entro": format_date(end, "long", locale=application.language)},
        path="/domande",
    )
    await send_letter(work, told)
