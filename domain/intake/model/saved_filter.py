"""A filter of the queue that an operator keeps under a name."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.intake.refusals import FilterExists
from domain.platform.database import means
from domain.platform.tables import Json, Table, column


class SavedFilter(Table, table=True):
    """``query`` is the filter as it stands in an address, name by name."""

    __tablename__ = "saved_filter"
    __table_args__ = (
        sa.UniqueConstraint("operator_id", "name", name="uq_saved_filter_name"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    name: str
    query: dict[str, Any] = column(Json, default_factory=dict)


means("uq_saved_filter_name", FilterExists())
