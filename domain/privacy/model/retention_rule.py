"""For how long an ambito keeps a kind of data."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant, word
from domain.privacy.terms import RetentionKind, RetentionOutcome, RetentionStart


class RetentionRule(Table, table=True):
    """The term of a kind of data in an ambito (``ente_id``): ``months`` from an event, and what happens then.

    ``legal_ground`` is the law, or the line of the archive's plan, as the ente writes it: no term is invented here.
    Without ``months`` the kind has a decision (to keep it for ever) and never falls due.
    """

    __tablename__ = "retention_rule"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "kind"),
        sa.CheckConstraint("months IS NULL OR months > 0", name="months"),
        sa.CheckConstraint("(outcome = 'keep') = (months IS NULL)", name="outcome"),
        {"schema": "privacy"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    kind: RetentionKind = word(RetentionKind)
    starts_from: RetentionStart = word(RetentionStart)
    months: int | None = None
    outcome: RetentionOutcome = word(RetentionOutcome)
    legal_ground: str
    decided_by_id: UUID = Field(foreign_key="organization.operator.id")
    decided_at: datetime = instant(nullable=False)

    def decide(self, terms: Mapping[str, Any], operator_id: UUID, at: datetime) -> None:
        """From now on these terms count, by column, and this operator has decided them."""
        for name, value in terms.items():
            setattr(self, name, value)
        self.decided_by_id, self.decided_at = operator_id, at
