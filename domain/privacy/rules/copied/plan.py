"""The shape of an individual plan in a copy of one's data."""

from datetime import date
from uuid import UUID

from domain.privacy.rules.copied.part import Part


class CopiedGoal(Part):
    """A goal, by when, how one sees it, and its result when the plan has ended."""

    text: str
    horizon: str
    horizon_label: str
    indicator: str
    result: str | None


class CopiedPlanAction(Part):
    """What is done, and by whom."""

    text: str
    doer: str
    doer_label: str
    who: str
    frequency: str


class CopiedCarePlan(Part):
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
