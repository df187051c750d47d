"""How many requests an office must hurry with, for the reminders."""

from collections import Counter
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.privacy.model.rectification import Rectification
from domain.privacy.rules.answer_terms import is_reminded
from domain.privacy.terms import RectificationStatus


async def rectifications_due(work: UnitOfWork, system: System) -> dict[UUID, int]:
    """Of how many requests the heads of each ente hear today."""
    wanted = select(col(Rectification.ente_id), col(Rectification.due_on)).where(
        col(Rectification.status) == RectificationStatus.OPEN
    )
    found = (await work.session.exec(wanted)).all()
    return dict(Counter(ente_id for ente_id, due_on in found if is_reminded(due_on, work.today)))
