"""How many applications are older than a term: drafts by their last saving, others by the day they were sent."""

from datetime import datetime
from uuid import UUID

from sqlmodel import col

from domain.intake.model.application import Application
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import System
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork


async def old_drafts(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Drafts saved for the last time before an instant, by ente."""
    is_draft = col(Application.status) == ApplicationStatus.DRAFT
    return await count_by_ente(work, Application, (is_draft, col(Application.saved_at) < before), enti)


async def old_submitted(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Applications sent before an instant, by ente."""
    return await count_by_ente(work, Application, (col(Application.submitted_at) < before,), enti)


async def old_withdrawn(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    """Applications given up before an instant, by ente."""
    return await count_by_ente(work, Application, (col(Application.withdrawn_at) < before,), enti)
