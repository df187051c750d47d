"""In which case an application is: to go from the one to the other."""

from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.case import CaseApplication
from domain.casework.permissions import within_reach
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


async def case_of_application(work: UnitOfWork, operator: Operator, application_id: UUID) -> UUID | None:
    """The id of the case that holds the application; None while it is in none that ``operator`` may see."""
    statement = select(CaseApplication.case_id).where(
        col(CaseApplication.application_id) == application_id, within_reach(operator, CaseApplication.ente_id)
    )
    return (await work.session.exec(statement)).one_or_none()
