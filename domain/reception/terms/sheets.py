"""Words of a contact sheet."""

from enum import IntEnum, StrEnum

from domain.kernel.text import Text, _


class SheetStatus(StrEnum):
    """Whether a sheet is still written or whole."""

    DRAFT = "draft"
    COMPLETE = "complete"
    REOPENED = "reopened"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return STATUS_LABELS[self]


class Dimension(StrEnum):
    """The four sides of a need, kept apart: what was asked, found, taken in charge, planned."""

    EXPRESSED = "expressed"
    OBSERVED = "observed"
    IN_CHARGE = "in_charge"
    PLANNED = "planned"

    @property
    def label(self) -> Text:
        """The side as operators read it."""
        return DIMENSION_LABELS[self]


class Priority(StrEnum):
    """How much a need presses."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def label(self) -> Text:
        """The priority as operators read it."""
        return PRIORITY_LABELS[self]


class RequestState(IntEnum):
    """How far the work on a requested service has come at the desk."""

    INFORMATION = 0
    FILLED_IN = 1
    WORKED_ON = 2
    FOLLOWED_UP = 3
    FINISHED = 4
    STARTED_ELSEWHERE = 5
    FOLLOWED_ELSEWHERE = 6
    GIVEN_ELSEWHERE = 7

    @property
    def label(self) -> Text:
        """The state as operators read it."""
        return REQUEST_LABELS[self]


class Outcome(StrEnum):
    """How a contact ended."""

    INFORMATION = "information"
    ORIENTATION = "orientation"
    REFERRAL = "referral"
    PROPOSAL = "proposal"
    EMERGENCY = "emergency"
    NOTHING_MORE = "nothing_more"

    @property
    def label(self) -> Text:
        """The outcome as operators read it."""
        return OUTCOME_LABELS[self]


class SheetView(StrEnum):
    """A part of the list of sheets."""

    TODAY = "today"
    DRAFTS = "drafts"
    RECEIVED = "received"
    PROPOSED = "proposed"
    ALL = "all"

    @property
    def label(self) -> Text:
        """The part as operators read it."""
        return VIEW_LABELS[self]


STATUS_LABELS: dict[SheetStatus, Text] = {
    SheetStatus.DRAFT: _("Bozza"),
    SheetStatus.COMPLETE: _("Completa"),
    SheetStatus.REOPENED: _("Riaperta"),
}

DIMENSION_LABELS: dict[Dimension, Text] = {
    Dimension.EXPRESSED: _("Chiesto dalla persona"),
    Dimension.OBSERVED: _("Visto dall'operatore"),
    Dimension.IN_CHARGE: _("In carico"),
    Dimension.PLANNED: _("Nel progetto"),
}

PRIORITY_LABELS: dict[Priority, Text] = {
    Priority.HIGH: _("Priorità alta"),
    Priority.NORMAL: _("Priorità normale"),
    Priority.LOW: _("Priorità bassa"),
}

REQUEST_LABELS: dict[RequestState, Text] = {
    RequestState.INFORMATION: _("Chiede informazioni"),
    RequestState.FILLED_IN: _("Richiesta scritta o accettata"),
    RequestState.WORKED_ON: _("Richiesta in lavorazione"),
    RequestState.FOLLOWED_UP: _("Controllo della pratica"),
    RequestState.FINISHED: _("Servizio concluso"),
    RequestState.STARTED_ELSEWHERE: _("Pratica avviata fuori dallo sportello"),
    RequestState.FOLLOWED_ELSEWHERE: _("Controllo di una pratica fuori dallo sportello"),
    RequestState.GIVEN_ELSEWHERE: _("Servizio dato fuori dallo sportello"),
}

OUTCOME_LABELS: dict[Outcome, Text] = {
    Outcome.INFORMATION: _("Informazioni date"),
    Outcome.ORIENTATION: _("Orientamento a un servizio"),
    Outcome.REFERRAL: _("Invio a un altro ufficio"),
    Outcome.PROPOSAL: _("Proposta di presa in carico"),
    Outcome.EMERGENCY: _("Intervento urgente"),
    Outcome.NOTHING_MORE: _("Niente altro da fare"),
}

VIEW_LABELS: dict[SheetView, Text] = {
    SheetView.TODAY: _("Oggi in ufficio"),
    SheetView.DRAFTS: _("Le mie bozze"),
    SheetView.RECEIVED: _("Ricevute"),
    SheetView.PROPOSED: _("Proposte"),
    SheetView.ALL: _("Tutte le schede"),
}
