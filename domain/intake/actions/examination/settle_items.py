"""What was asked with a visa becomes visible when the step is made, and is forgotten when the visa is refused."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, delete, select

from domain.intake.model.integration import IntegrationItem
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


class SettleItems(BaseModel):
    """The step that was made for the application; or the visa that was refused."""

    application_id: UUID
    passage_id: UUID | None = None
    refused_visa_id: UUID | None = None


async def settle_items(work: UnitOfWork, system: System, command: SettleItems) -> None:
    """For reactions. Only what waits is touched: told again, nothing changes."""
    waiting = sa.and_(
        col(IntegrationItem.application_id) == command.application_id, col(IntegrationItem.passage_id).is_(None)
    )
    if command.refused_visa_id is not None:
        await work.session.exec(
            delete(IntegrationItem).where(waiting, col(IntegrationItem.visa_id) == command.refused_visa_id)
        )
    if command.passage_id is None:
        return
    for item in (await work.session.exec(select(IntegrationItem).where(waiting))).all():
        item.passage_id, item.asked_at = command.passage_id, work.now
