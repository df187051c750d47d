"""Versions, checks and history of a plan, as pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.casework.model.care_plan.plan import CarePlanStep
from domain.casework.model.care_plan.plan_check import CarePlanCheck
from domain.casework.model.care_plan.plan_version import CarePlanVersion
from domain.casework.rules.care_plan.content import PlanContent
from domain.casework.terms.care_plans import AnswerWay, GoalState, PlanStep, VersionState
from domain.kernel.text import Text


@dataclass(frozen=True)
class VersionRow:
    """A version: what it says, and what the person said to it."""

    number: int
    state: VersionState
    content: PlanContent
    sha256: str
    author: str
    shared_at: datetime | None
    is_online: bool
    answered_on: date | None
    answer_way: AnswerWay | None
    answer_note: str
    waits_for_visa: bool

    @classmethod
    def of(cls, one: CarePlanVersion, called: Mapping[UUID, str]) -> "VersionRow":
        """The row of a version; ``called`` are the names of operators that may be told."""
        return cls(
            number=one.number,
            state=one.state,
            content=one.says,
            sha256=one.sha256,
            author=called.get(one.author_id, ""),
            shared_at=one.shared_at,
            is_online=one.is_online,
            answered_on=one.answered_on,
            answer_way=one.answer_way,
            answer_note=one.answer_note,
            waits_for_visa=one.waits_for_visa,
        )

    @property
    def is_draft(self) -> bool:
        """Whether it is being written."""
        return self.state is VersionState.DRAFT


@dataclass(frozen=True)
class CheckRow:
    """A check: the day, who made it and what was found of each goal; it waits while ``done_on`` is empty."""

    id: UUID
    due_on: date
    done_on: date | None
    done_by: str
    number: int
    goals: dict[str, dict[str, str]]
    note: str
    changes: str
    is_late: bool

    @classmethod
    def of(cls, one: CarePlanCheck, called: Mapping[UUID, str], today: date) -> "CheckRow":
        """The row of a check."""
        return cls(
            id=one.id,
            due_on=one.due_on,
            done_on=one.done_on,
            done_by=called.get(one.done_by_id, "") if one.done_by_id else "",
            number=one.number,
            goals=one.goals,
            note=one.note,
            changes=one.changes,
            is_late=one.done_on is None and one.due_on < today,
        )

    def state_of(self, goal: str) -> Text:
        """Where a goal was then, in words."""
        return GoalState(self.goals[goal]["state"]).label


@dataclass(frozen=True)
class PlanStepRow:
    """A line of the history; without a name it was the person."""

    step: PlanStep
    number: int
    happened_at: datetime
    operator: str
    note: str

    @classmethod
    def of(cls, one: CarePlanStep, called: Mapping[UUID, str]) -> "PlanStepRow":
        """The row of a line."""
        who = called.get(one.operator_id, "") if one.operator_id else ""
        return cls(one.step, one.number, one.happened_at, who, one.note)
