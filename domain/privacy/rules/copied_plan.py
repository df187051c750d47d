"""The shape of an individual plan in a copy of one's data."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class PlanPart(BaseModel):
    """Base of what a copied plan is made of: closed, so that nothing gets in unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CopiedGoal(PlanPart):
    """A goal, by when, how one sees it, and its result when the plan has ended."""

    text: str
    horizon: str
    horizon_label: str
    indicator: str
    result: str | None


class CopiedPlanAction(PlanPart):
    """What is done, and by whom."""

    text: str
    doer: str
    doer_label: str
    who: str
    frequency: str


class CopiedCarePlan(PlanPart):
    """A plan as it was shared with the person on the portal: the version that waits for an answer, or that counts."""

    id: UUID
    kind: str
    status: str
    status_label: str
    number: int
    starts_on: date | None
    ends_on: date | None
    answered_on: date | None
    motivations: str
    resources: str
    goals: tuple[CopiedGoal, ...]
    actions: tuple[CopiedPlanAction, ...]
