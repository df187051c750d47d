"""By which rules an ente makes its plans."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant


class CarePlanRules(Table, table=True):
    """One row an ente; without it, those of a new one hold: no visa, answers on paper, two weeks of warning."""

    __tablename__ = "care_plan_rules"
    __table_args__ = (
        sa.UniqueConstraint("ente_id"),
        sa.CheckConstraint("warning_days BETWEEN 1 AND 90", name="warning_days"),
        {"schema": "casework"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    is_visa_wanted: bool = False
    is_answered_online: bool = False
    warning_days: int = 14
    set_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    set_at: datetime | None = instant()
