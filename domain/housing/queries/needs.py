"""The only door to a housing need: for operators who may know of it and of its person."""

from uuid import UUID

from sqlmodel import col, select

from domain.housing.model.housing_need import HousingNeed
from domain.housing.permissions import may_close_needs, seen_by
from domain.housing.refusals import NotAHousingRole
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names


async def need(work: UnitOfWork, operator: Operator, need_id: UUID, *, for_update: bool = False) -> HousingNeed:
    """The need, locked when it is to be changed. Refuses NotFound, also when its person is hidden."""
    statement = select(HousingNeed).where(col(HousingNeed.id) == need_id, seen_by(operator))
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None or found.person_id not in await names(work, [found.person_id]):
        raise NotFound
    return found


async def need_to_decide(work: UnitOfWork, operator: Operator, need_id: UUID) -> HousingNeed:
    """The need, locked, for who follows people. Refuses NotFound, NotAHousingRole."""
    found = await need(work, operator, need_id, for_update=True)
    if not may_close_needs(operator):
        raise NotAHousingRole
    return found
