"""What the civil registry says otherwise than we do, until somebody decides."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Json, Table, instant, word
from domain.registry.refusals import DifferenceDecided
from domain.registry.rules.civil.differences import Finding
from domain.registry.terms.civil import DifferenceKind, DifferenceStatus


class Difference(Table, table=True):
    """One thing that differs: ``held`` is ours, ``told`` the registry's from ``starts_on`` on, seen on ``found_on``.

    ``name`` is the field, for what changes field by field. Of one thing of a person at most one waits for a decision.
    """

    __tablename__ = "difference"
    __table_args__ = (
        sa.Index(
            "uq_difference_open",
            "person_id",
            "kind",
            "name",
            unique=True,
            postgresql_where=sa.text("status = 'open'"),
        ),
        sa.Index("ix_difference_ente_id_status", "ente_id", "status"),
        sa.Index("ix_difference_person_id", "person_id"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    person_id: UUID = Field(foreign_key="registry.person.id")
    kind: DifferenceKind = word(DifferenceKind)
    name: str = ""
    held: dict[str, Any] = Field(sa_type=Json)
    told: dict[str, Any] = Field(sa_type=Json)
    starts_on: date | None = None
    found_on: date
    status: DifferenceStatus = word(DifferenceStatus, default=DifferenceStatus.OPEN)
    decided_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    decided_at: datetime | None = instant()
    decision_reason: str = ""

    @classmethod
    def of(cls, ente_id: UUID, person_id: UUID, finding: Finding, found_on: date) -> "Difference":
        """What was found, to be decided."""
        return cls(
            ente_id=ente_id,
            person_id=person_id,
            kind=finding.kind,
            name=finding.name,
            held=finding.held,
            told=finding.told,
            starts_on=finding.starts_on,
            found_on=found_on,
        )

    @property
    def thing(self) -> tuple[DifferenceKind, str]:
        """What it is about."""
        return self.kind, self.name

    def decide(self, status: DifferenceStatus, operator_id: UUID, at: datetime, reason: str) -> None:
        """An operator has accepted or refused it. Refuses DifferenceDecided."""
        if self.status is not DifferenceStatus.OPEN:
            raise DifferenceDecided
        self.status, self.decided_by_id, self.decided_at, self.decision_reason = status, operator_id, at, reason

    def pass_over(self, at: datetime) -> None:
        """One of the two sides has changed: there is nothing to decide any more."""
        self.status, self.decided_at = DifferenceStatus.OUTDATED, at
