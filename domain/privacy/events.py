"""What can happen to the rights of a person over their data."""

from uuid import UUID

from domain.kernel.event import Event
from domain.privacy.terms import RetentionKind


class CopyAsked(Event):
    """Somebody asked for a copy of all that is kept about a person: about oneself, or as a parent or guardian."""

    copy_id: UUID
    person_id: UUID
    asked_by_id: UUID


class RectificationAsked(Event):
    """Somebody says that something kept about a person is not right."""

    rectification_id: UUID
    person_id: UUID


class RectificationAnswered(Event):
    """An office has put it right, or has said why it does not."""

    rectification_id: UUID
    person_id: UUID
    is_accepted: bool


class RetentionDecided(Event):
    """An ambito has decided for how many months it keeps a kind of data; None: for ever."""

    kind: RetentionKind
    months: int | None
