"""Words of the cases, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _


class CaseStatus(StrEnum):
    """Where a case is."""

    REPORTED = "reported"
    IN_CHARGE = "in_charge"
    CLOSED = "closed"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return CASE_LABELS[self]


class DiaryKind(StrEnum):
    """What a diary entry tells."""

    AUTOMATIC = "automatic"
    TAKEN_IN_CHARGE = "taken_in_charge"
    NOTE = "note"
    INTERVIEW = "interview"
    HOME_VISIT = "home_visit"
    PHONE_CALL = "phone_call"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return DIARY_LABELS[self]


CASE_LABELS: dict[CaseStatus, Text] = {
    CaseStatus.REPORTED: _("Da prendere in carico"),
    CaseStatus.IN_CHARGE: _("In carico"),
    CaseStatus.CLOSED: _("Chiuso"),
}

DIARY_LABELS: dict[DiaryKind, Text] = {
    DiaryKind.AUTOMATIC: _("Evento automatico"),
    DiaryKind.TAKEN_IN_CHARGE: _("Presa in carico"),
    DiaryKind.NOTE: _("Nota"),
    DiaryKind.INTERVIEW: _("Colloquio"),
    DiaryKind.HOME_VISIT: _("Visita a casa"),
    DiaryKind.PHONE_CALL: _("Telefonata"),
}
