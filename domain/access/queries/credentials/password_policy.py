"""What an ente asks of its operators' passwords."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.access.model.credential import PasswordPolicy
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class PolicyRow:
    """The greatest age in days (0 = none), and when everybody was last asked for a new password."""

    greatest_age_days: int
    renewal_asked_at: datetime | None


async def password_policy(work: UnitOfWork, ente_id: UUID) -> PolicyRow:
    """The policy of the ente; none was set where nothing is asked."""
    found = (
        await work.session.exec(select(PasswordPolicy).where(col(PasswordPolicy.ente_id) == ente_id))
    ).one_or_none()
    return PolicyRow(found.greatest_age_days, found.renewal_asked_at) if found else PolicyRow(0, None)
