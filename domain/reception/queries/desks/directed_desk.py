"""The door to an office's desk, for who decides how it works."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.organization.queries.offices import OfficeRow, office
from domain.platform.work import UnitOfWork
from domain.reception.model.desk import DeskSettings
from domain.reception.permissions import may_direct
from domain.reception.refusals import NotTheDeskHead


async def directed_office(work: UnitOfWork, operator: Operator, office_id: UUID) -> OfficeRow:
    """The office, for its head or an administrator. Refuses NotFound, NotTheDeskHead."""
    found = await office(work, office_id)
    if not may_direct(operator, found.ente_id, found.id):
        raise NotTheDeskHead
    return found


async def directed_desk(work: UnitOfWork, operator: Operator, office_id: UUID) -> DeskSettings | None:
    """The kept choices of the office, locked; None when there are none yet. Refuses NotFound, NotTheDeskHead."""
    await directed_office(work, operator, office_id)
    statement = select(DeskSettings).where(col(DeskSettings.office_id) == office_id).with_for_update()
    return (await work.session.exec(statement)).one_or_none()
