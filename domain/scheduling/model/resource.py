"""What appointments take besides a place: operators, rooms, interpreters."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

import domain.scheduling.model.agenda  # noqa: F401 - keys point at its tables
from domain.platform.database import means
from domain.platform.tables import Table, column, word
from domain.scheduling.refusals import NameTaken
from domain.scheduling.terms import Manner, ResourceKind, words_of


class Resource(Table, table=True):
    """Somebody or something that can be in one place at a time: an operator, a room, an interpreter.

    ``gender`` is that of an interpreter, where people may prefer one; ``hourly_cost`` in euro is what the ente says
    it costs.
    """

    __tablename__ = "resource"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "kind", "name"),
        sa.UniqueConstraint("ente_id", "operator_id"),
        sa.CheckConstraint("(kind = 'operator') = (operator_id IS NOT NULL)", name="operator"),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id", index=True)
    kind: ResourceKind = word(ResourceKind)
    name: str
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id", index=True)
    languages: list[str] = column(ARRAY(sa.Text), default_factory=list)
    gender: str = ""
    manners: list[str] = column(ARRAY(sa.Text), default_factory=lambda: words_of(Manner))
    is_step_free: bool = False
    hourly_cost: Any = column(sa.Numeric(8, 2), default=None, nullable=True)
    is_offered: bool = True


class AgendaResource(Table, table=True):
    """What every appointment of an agenda takes: its operators, its room."""

    __tablename__ = "agenda_resource"
    __table_args__ = (sa.UniqueConstraint("agenda_id", "resource_id"), {"schema": "scheduling"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id", ondelete="CASCADE")
    resource_id: UUID = Field(foreign_key="scheduling.resource.id", index=True)


means("uq_resource_ente_id_kind_name", NameTaken())
means("uq_resource_ente_id_operator_id", NameTaken())
