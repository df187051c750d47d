"""Words of the applications, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _


class ApplicationStatus(StrEnum):
    """Where an application is, for the office."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_CHARGE = "in_charge"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return STATUS_LABELS[self]


class Outcome(StrEnum):
    """What was decided of an application."""

    GRANTED = "granted"
    GRANTED_IN_PART = "granted_in_part"
    REJECTED = "rejected"
    ARCHIVED = "archived"

    @property
    def label(self) -> Text:
        """The outcome as people read it."""
        return OUTCOME_LABELS[self]


class RequestStatus(StrEnum):
    """Where a request to be called back is."""

    WAITING = "waiting"
    TAKEN = "taken"
    DONE = "done"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return REQUEST_LABELS[self]


REQUEST_LABELS: dict[RequestStatus, Text] = {
    RequestStatus.WAITING: _("Da richiamare"),
    RequestStatus.TAKEN: _("Qualcuno se ne occupa"),
    RequestStatus.DONE: _("Fatto"),
}

STATUS_LABELS: dict[ApplicationStatus, Text] = {
    ApplicationStatus.DRAFT: _("Bozza"),
    ApplicationStatus.SUBMITTED: _("Inviata"),
    ApplicationStatus.IN_CHARGE: _("Presa in carico"),
    ApplicationStatus.DECIDED: _("Decisa"),
    ApplicationStatus.WITHDRAWN: _("Ritirata"),
}

OUTCOME_LABELS: dict[Outcome, Text] = {
    Outcome.GRANTED: _("Accolta"),
    Outcome.GRANTED_IN_PART: _("Accolta in parte"),
    Outcome.REJECTED: _("Respinta"),
    Outcome.ARCHIVED: _("Archiviata"),
}
