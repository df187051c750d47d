"""Forget a filter of the queue."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.intake.model.saved_filter import SavedFilter
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RemoveFilter(BaseModel):
    """Which one."""

    filter_id: UUID


async def remove_filter(work: UnitOfWork, operator: Operator, command: RemoveFilter) -> None:
    """One's own. Refuses NotFound."""
    wanted = select(SavedFilter).where(
        col(SavedFilter.id) == command.filter_id, col(SavedFilter.operator_id) == operator.operator_id
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    await work.session.delete(found)
