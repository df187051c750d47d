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
    """What a diary entry tells. The automatic one is written when an application comes in."""

    AUTOMATIC = "automatic"
    APPLICATION_WITHDRAWN = "application_withdrawn"
    APPLICATION_DECIDED = "application_decided"
    TAKEN_IN_CHARGE = "taken_in_charge"
    PROPOSAL_ACCEPTED = "proposal_accepted"
    RECORDS_JOINED = "records_joined"
    RECORDS_APART = "records_apart"
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
    DiaryKind.AUTOMATIC: _("Domanda arrivata"),
    DiaryKind.APPLICATION_WITHDRAWN: _("Domanda ritirata"),
    DiaryKind.APPLICATION_DECIDED: _("Decisione presa"),
    DiaryKind.TAKEN_IN_CHARGE: _("Presa in carico"),
    DiaryKind.PROPOSAL_ACCEPTED: _("Proposta dello sportello accettata"),
    DiaryKind.RECORDS_JOINED: _("Unita un'altra scheda della stessa persona"),
    DiaryKind.RECORDS_APART: _("Annullata l'unione con un'altra scheda"),
    DiaryKind.NOTE: _("Nota"),
    DiaryKind.INTERVIEW: _("Colloquio"),
    DiaryKind.HOME_VISIT: _("Visita a casa"),
    DiaryKind.PHONE_CALL: _("Telefonata"),
}

WRITTEN_KINDS = (DiaryKind.NOTE, DiaryKind.INTERVIEW, DiaryKind.HOME_VISIT, DiaryKind.PHONE_CALL)


class View(StrEnum):
    """A part of the worklist."""

    NEW = "new"
    MINE = "mine"
    DUE = "due"
    ALL = "all"

    @property
    def label(self) -> Text:
        """The part as operators read it."""
        return VIEW_LABELS[self]


VIEW_LABELS: dict[View, Text] = {
    View.NEW: _("Da prendere in carico"),
    View.MINE: _("I miei casi"),
    View.DUE: _("In scadenza"),
    View.ALL: _("Tutte le domande"),
}


class Urgency(StrEnum):
    """How soon somebody must look at it."""

    HIGH = "high"
    MEDIUM = "medium"
    NONE = "none"

    @property
    def label(self) -> Text:
        """The urgency as operators read it."""
        return URGENCY_LABELS[self]


URGENCY_LABELS: dict[Urgency, Text] = {
    Urgency.HIGH: _("Urgenza alta"),
    Urgency.MEDIUM: _("Urgenza media"),
    Urgency.NONE: _("Nessuna urgenza"),
}
