"""Count the points of all who applied again, after a bando was rectified."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.intake.actions.bandi.score_application import ScoreApplication, score_application
from domain.intake.model.application import Application
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork

CHUNK = 200


class RecountBando(BaseModel):
    """Which bando, by which version, after which application (in the order of ids)."""

    bando_id: UUID
    number: int
    after: UUID | None = None


async def recount_bando(work: UnitOfWork, system: System, command: RecountBando) -> UUID | None:
    """Two hundred at a time; the last one counted, None when there are no more. Corrections of the office stay."""
    wanted = select(Application).where(
        col(Application.bando_id) == command.bando_id, col(Application.status) != ApplicationStatus.DRAFT
    )
    if command.after is not None:
        wanted = wanted.where(col(Application.id) > command.after)
    rows = (await work.session.exec(wanted.order_by(col(Application.id)).limit(CHUNK).with_for_update())).all()
    for application in rows:
        await score_application(work, application, ScoreApplication(bando_number=command.number))
    return rows[-1].id if len(rows) == CHUNK else None
