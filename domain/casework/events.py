"""What can happen to a case."""

from uuid import UUID

from domain.kernel.event import Event


class CaseOpened(Event):
    """A case was opened for a person."""

    case_id: UUID
    person_id: UUID


class CaseTakenInCharge(Event):
    """An operator took charge of a case."""

    case_id: UUID
    operator_id: UUID


class CarePlanProposed(Event):
    """A version of a plan waits for the visa of a head of the office."""

    plan_id: UUID
    number: int


class CarePlanShared(Event):
    """A version of a plan was shared with the person; ``is_online``: on the portal too."""

    plan_id: UUID
    person_id: UUID
    number: int
    is_online: bool


class CarePlanAnswered(Event):
    """The person has answered from the portal to a version of a plan."""

    plan_id: UUID
    number: int
    is_accepted: bool
