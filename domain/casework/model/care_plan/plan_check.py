"""A check of a plan: the day on which it is due, and what was found."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.casework.refusals import CheckDone
from domain.platform.tables import Json, Table, column, instant


class CarePlanCheck(Table, table=True):
    """One for each day. While ``done_on`` is empty it waits, and goes away when the days of the plan change.

    ``goals`` holds for each goal its state and a note, by its key. ``warned_at`` and ``told_at``: when who is
    responsible was told, before the day and when it had come.
    """

    __tablename__ = "care_plan_check"
    __table_args__ = (
        sa.UniqueConstraint("plan_id", "due_on"),
        sa.Index("ix_care_plan_check_waiting", "ente_id", "due_on", postgresql_where=sa.text("done_on IS NULL")),
        {"schema": "casework"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    plan_id: UUID = Field(foreign_key="casework.care_plan.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    due_on: date
    done_on: date | None = None
    done_at: datetime | None = instant()
    done_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    number: int = 0
    goals: dict[str, dict[str, str]] = column(Json, default_factory=dict)
    note: str = ""
    changes: str = ""
    warned_at: datetime | None = instant()
    told_at: datetime | None = instant()

    def be_done(self, operator_id: UUID, on: date, at: datetime, number: int, goals: dict[str, dict[str, str]]) -> None:
        """It was made: of the version ``number``, with what was found of each goal. Refuses CheckDone."""
        if self.done_on is not None:
            raise CheckDone
        self.done_by_id, self.done_at, self.number, self.goals = operator_id, at, number, goals
        self.done_on = on

    def say(self, note: str, changes: str) -> None:
        """What else is to be said, and what changes from now on."""
        self.note, self.changes = note, changes
