"""What an operator found of a requirement, when an application was examined."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.catalogue.terms import Outcome
from domain.platform.tables import Json, Table, column, word


class RequirementCheck(Table, table=True):
    """The finding on one requirement, by key: never changed, the latest one counts.

    ``computed`` is what the rule said from ``facts``: each with its value, from where it is known and of which day, in
    the words of that moment. ``is_met`` is what the operator decided, with a ``reason`` where it is not the same.
    """

    __tablename__ = "requirement_check"
    __table_args__ = (
        sa.CheckConstraint(
            "(computed = 'met' AND is_met) OR (computed = 'not_met' AND NOT is_met) OR reason <> ''", name="reasoned"
        ),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id", index=True)
    requirement: str
    computed: Outcome = word(Outcome)
    facts: list[dict[str, Any]] = column(Json, default_factory=list)
    is_met: bool
    reason: str = ""
    operator_id: UUID = Field(foreign_key="organization.operator.id")
