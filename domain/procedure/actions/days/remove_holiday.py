"""A day off was set by mistake."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.model.legal_calendar import LocalHoliday
from domain.procedure.permissions import may_design
from domain.procedure.refusals import NotYoursToDesign


async def remove_holiday(work: UnitOfWork, operator: Operator, holiday_id: UUID) -> None:
    """The day is a working day, as if nobody had said otherwise. Refuses NotFound, NotYoursToDesign."""
    wanted = select(LocalHoliday).where(
        col(LocalHoliday.id) == holiday_id, col(LocalHoliday.ente_id).in_(operator.enti)
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    if not may_design(operator, found.ente_id):
        raise NotYoursToDesign
    await work.session.delete(found)
    await work.defer("settle_deadlines", str(found.ente_id))
