"""Tell the person that the application is in another state, where no letter says so."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class TellOfStep(BaseModel):
    """Which application, and which step."""

    application_id: UUID
    passage_id: UUID


async def tell_of_step(work: UnitOfWork, system: System, command: TellOfStep) -> None:
    """Once for each step; what is not an application is let be."""
    wanted = select(Application).where(col(Application.id) == command.application_id, visible_to(system))
    application = (await work.session.exec(wanted)).one_or_none()
    if application is None:
        return
    told = SendLetter(
        key=f"step:{command.passage_id}",
        ente_id=application.ente_id,
        person_id=application.applicant_id,
        language=application.language,
        occasion=Occasion.STATE_CHANGED,
        path=f"/domande/{application.id}",
    )
    await send_letter(work, told)
