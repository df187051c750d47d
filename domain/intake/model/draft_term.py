"""For how many days an ente keeps a draft that nobody goes on with."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.intake.rules.drafts.lifetime import FEWEST_DAYS, MOST_DAYS
from domain.platform.tables import Table, instant


class DraftTerm(Table, table=True):
    """One row an ente, once it has decided; until then the days that the program comes with count."""

    __tablename__ = "draft_term"
    __table_args__ = (
        sa.UniqueConstraint("ente_id"),
        sa.CheckConstraint(f"kept_days BETWEEN {FEWEST_DAYS} AND {MOST_DAYS}", name="kept_days"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    kept_days: int
    decided_by_id: UUID = Field(foreign_key="organization.operator.id")
    decided_at: datetime = instant(nullable=False)
