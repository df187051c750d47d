"""ISEE certificates (DPCM 159/2013)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import Field

from domain.platform.tables import Days, Table, column, word
from domain.registry.terms import IseeKind


class IseeRecord(Table, table=True):
    """An indicator in euros, of the household of ``person_id``, valid in a range of days."""

    __tablename__ = "isee"
    __table_args__ = (
        sa.CheckConstraint("amount >= 0", name="amount"),
        sa.Index("ix_isee_person", "person_id"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    kind: IseeKind = word(IseeKind)
    amount: Decimal = column(sa.Numeric(12, 2))
    dsu_number: str = ""
    valid_during: Range[date] = column(Days)
    source: str
