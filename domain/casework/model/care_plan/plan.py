"""An individual plan (PAI) of a person in charge, and what happened to it (L. 328/2000 art. 14)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.casework.refusals import NotActive, PlanHasEnded
from domain.casework.terms.care_plans import GoalResult, PlanState, PlanStep
from domain.platform.tables import Json, Table, column, instant, word


@dataclass(frozen=True)
class Ending:
    """Why a plan ends (a code of the ente, and words), on which day, and when that was written."""

    code: str
    note: str
    on: date
    at: datetime


class CarePlan(Table, table=True):
    """A plan; what it says stands in its versions, of which ``number_in_force`` is the one agreed on (0: none yet).

    ``kind`` is a code of the ente. The days are those of the version in force; ``next_check_on`` is the day of the
    check that comes next, kept here for lists. ``is_online``: the person reads it on the portal too. ``results`` are
    those of the goals, by their keys; ``result`` that of the whole.
    """

    __tablename__ = "care_plan"
    __table_args__ = (
        sa.Index("ix_care_plan_list", "ente_id", "state", "created_at"),
        sa.CheckConstraint("state <> 'closed' OR (closed_on IS NOT NULL AND result IS NOT NULL)", name="closed"),
        {"schema": "casework"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    case_id: UUID = Field(foreign_key="casework.case.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id", index=True)
    responsible_id: UUID = Field(foreign_key="organization.operator.id", index=True)
    kind: str
    state: PlanState = word(PlanState, default=PlanState.PREPARING)
    is_online: bool = False
    number_in_force: int = 0
    starts_on: date | None = None
    ends_on: date | None = None
    next_check_on: date | None = None
    closed_on: date | None = None
    closed_at: datetime | None = instant()
    closing_code: str = ""
    closing_note: str = ""
    result: GoalResult | None = word(GoalResult, default=None, nullable=True)
    results: dict[str, str] = column(Json, default_factory=dict)
    version: int = 1

    @property
    def has_ended(self) -> bool:
        """Whether it was closed or interrupted."""
        return self.state in (PlanState.CLOSED, PlanState.INTERRUPTED)

    def must_go_on(self) -> None:
        """Refuses PlanHasEnded."""
        if self.has_ended:
            raise PlanHasEnded

    def must_be_active(self) -> None:
        """Refuses NotActive before it was agreed on, and after its end."""
        if self.state is not PlanState.ACTIVE:
            raise NotActive

    def come_into_force(self, number: int, starts_on: date | None, ends_on: date | None) -> None:
        """The version ``number`` was agreed on: it counts from now on. Refuses PlanHasEnded."""
        self.must_go_on()
        self.state, self.number_in_force = PlanState.ACTIVE, number
        self.starts_on, self.ends_on = starts_on, ends_on
        self.version += 1

    def be_followed_by(self, operator_id: UUID, office_id: UUID) -> None:
        """Somebody else answers for it from now on. Refuses PlanHasEnded."""
        self.must_go_on()
        self.responsible_id, self.office_id = operator_id, office_id
        self.version += 1

    def close(self, results: dict[str, GoalResult], result: GoalResult, ending: Ending) -> None:
        """It has come to its end, with the result of each goal. Refuses NotActive."""
        self.must_be_active()
        self.results, self.result = {key: one.value for key, one in results.items()}, result
        self._end(PlanState.CLOSED, ending)

    def interrupt(self, ending: Ending) -> None:
        """It goes on no longer, before its end. Refuses PlanHasEnded."""
        self.must_go_on()
        self._end(PlanState.INTERRUPTED, ending)

    def _end(self, state: PlanState, ending: Ending) -> None:
        self.closed_on, self.closed_at = ending.on, ending.at
        self.closing_code, self.closing_note, self.next_check_on = ending.code, ending.note, None
        self.state = state
        self.version += 1


class CarePlanStep(Table, table=True):
    """A line of the history of a plan: who did what to which version. Never changed."""

    __tablename__ = "care_plan_step"
    __table_args__ = (sa.Index("ix_care_plan_step_plan", "plan_id", "happened_at"), {"schema": "casework"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    plan_id: UUID = Field(foreign_key="casework.care_plan.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    step: PlanStep = word(PlanStep)
    number: int
    happened_at: datetime = instant(nullable=False)
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    citizen_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    note: str = ""
