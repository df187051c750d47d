"""Remind somebody of the documents that were promised for a day that is near."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.intake.model.application import Application
from domain.intake.model.promised_paper import PromisedPaper
from domain.intake.permissions import visible_to
from domain.intake.queries.papers.promises_of import promises_of
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

DAYS_BEFORE = 3


class RemindOfPromise(BaseModel):
    """Of which application."""

    application_id: UUID


async def remind_of_promise(work: UnitOfWork, system: System, command: RemindOfPromise) -> bool:
    """Whether a message was written: one for all that is due within three days, once. What has come needs none.

    The message says the nearest day, and nothing of the documents.
    """
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted)).one()
    near = select(PromisedPaper).where(
        col(PromisedPaper.application_id) == application.id,
        col(PromisedPaper.reminded_at).is_(None),
        col(PromisedPaper.due_on) <= work.today + timedelta(days=DAYS_BEFORE),
    )
    found = (await work.session.exec(near.order_by(col(PromisedPaper.due_on)).with_for_update())).all()
    waiting = await promises_of(work, application)
    due = [one for one in found if one.field in waiting and one.due_on >= work.today]
    for one in found:
        one.reminded_at = work.now
    if not due:
        return False
    told = SendLetter(
        key=f"document-due:{application.id}:{due[0].due_on.isoformat()}",
        ente_id=application.ente_id,
        person_id=application.applicant_id,
        language=application.language,
        occasion=Occasion.DOCUMENT_DUE,
        tags={"entro": due[0].due_on.strftime("%d/%m/%Y")},
        path=f"/domande/{application.id}",
    )
    return await send_letter(work, told) is not None
