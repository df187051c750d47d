"""Who follows a person finds a notice that the civil registry says something else of them."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.casework.model.case import Case
from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import System
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

FOUND = _("L'anagrafe dice qualcosa di diverso su una persona che segui.")


class NotifyOfDifference(BaseModel):
    """Which difference, about whom."""

    difference_id: UUID
    person_id: UUID


async def notify_of_difference(work: UnitOfWork, system: System, command: NotifyOfDifference) -> None:
    """Whoever is responsible for a case of the person is told, each once a day, however much differs."""
    wanted = select(Case).where(col(Case.person_id) == command.person_id, col(Case.responsible_id).is_not(None))
    for found in (await work.session.exec(wanted)).all():
        told = NotifyOperators(
            ente_id=found.ente_id,
            kind=NoticeKind.CIVIL_DIFFERENCES,
            key=f"civil-differences:{found.id}:{work.today}",
            subject=FOUND,
            path=f"/persone/{found.person_id}/differenze",
            operator_id=found.responsible_id,
        )
        await notify_operators(work, system, told)
