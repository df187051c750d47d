"""A person's record shown to another ente of the family, for some days."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import Field

from domain.platform.tables import Days, Table, column, instant
from domain.registry.refusals import SharingOver
from domain.registry.rules.timelines import stretch_of


class Sharing(Table, table=True):
    """An office of ``ente_id`` lets the operators of ``to_ente_id`` read card and desk facts of ``person_id``.

    It ends by itself at the midnight after the last day of ``held_during``, or when an office takes it back
    (``ended_at``). ``legal_ground`` is as the office writes it.
    """

    __tablename__ = "sharing"
    __table_args__ = (
        sa.CheckConstraint("ente_id <> to_ente_id", name="another"),
        sa.Index("ix_sharing_to", "to_ente_id", postgresql_where=sa.text("ended_at IS NULL")),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    to_ente_id: UUID = Field(foreign_key="organization.ente.id")
    purpose: str
    legal_ground: str
    held_during: Range[date] = column(Days)
    granted_by_id: UUID = Field(foreign_key="organization.operator.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    ended_at: datetime | None = instant()
    ended_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")

    def holds_on(self, day: date) -> bool:
        """Whether the other ente reads on ``day``."""
        return self.ended_at is None and stretch_of(self.held_during).has(day)

    def end(self, operator_id: UUID | None, at: datetime) -> None:
        """Nobody of the other ente reads any more. Refuses SharingOver when it has been taken back."""
        if self.ended_at is not None:
            raise SharingOver
        self.ended_at, self.ended_by_id = at, operator_id
