"""Words of the register of housing needs."""

from enum import StrEnum

from domain.kernel.roles import CASE_ROLES, Role
from domain.kernel.text import Text, _


class NeedStatus(StrEnum):
    """Whether somebody still looks for a dwelling."""

    OPEN = "open"
    CLOSED = "closed"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return STATUS_LABELS[self]


class DwellingKind(StrEnum):
    """What is looked for."""

    RENT = "rent"
    BUY = "buy"
    TEMPORARY = "temporary"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return KIND_LABELS[self]


class NeedReason(StrEnum):
    """Why somebody looks for a dwelling."""

    NO_HOME = "no_home"
    RENT_TOO_HIGH = "rent_too_high"
    TOO_SMALL = "too_small"
    UNHEALTHY = "unhealthy"
    PEOPLE = "people"
    FAR_FROM_WORK = "far_from_work"
    EVICTION = "eviction"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """The reason as operators read it."""
        return REASON_LABELS[self]


class NeedStep(StrEnum):
    """What happened to a need: a line of its history."""

    ASKED = "asked"
    ASKED_AGAIN = "asked_again"
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def label(self) -> Text:
        """The step as operators read it."""
        return STEP_LABELS[self]


READING_ROLES = (*CASE_ROLES, Role.DESK_OPERATOR)
"""Who reads housing needs: those who read what a sheet says of housing, within the ente's own offices."""

CLOSINGS = "fabbisogno_abitativo_chiusura"
"""The coded list of why a need is closed; the class of a code is the outcome."""

STATUS_LABELS: dict[NeedStatus, Text] = {
    NeedStatus.OPEN: _("Aperto"),
    NeedStatus.CLOSED: _("Chiuso"),
}

KIND_LABELS: dict[DwellingKind, Text] = {
    DwellingKind.RENT: _("Una casa in affitto"),
    DwellingKind.BUY: _("Una casa da comprare"),
    DwellingKind.TEMPORARY: _("Un alloggio temporaneo"),
}

REASON_LABELS: dict[NeedReason, Text] = {
    NeedReason.NO_HOME: _("Non ha una casa"),
    NeedReason.RENT_TOO_HIGH: _("L'affitto è troppo alto"),
    NeedReason.TOO_SMALL: _("La casa è troppo piccola"),
    NeedReason.UNHEALTHY: _("La casa è in cattivo stato"),
    NeedReason.PEOPLE: _("Ha problemi con chi abita con lei o vicino"),
    NeedReason.FAR_FROM_WORK: _("È lontana dal lavoro"),
    NeedReason.EVICTION: _("Ha uno sfratto"),
    NeedReason.OTHER: _("Altro"),
}

STEP_LABELS: dict[NeedStep, Text] = {
    NeedStep.ASKED: _("Chiesta allo sportello"),
    NeedStep.ASKED_AGAIN: _("Chiesta di nuovo allo sportello"),
    NeedStep.CLOSED: _("Chiuso"),
    NeedStep.REOPENED: _("Riaperto"),
}
