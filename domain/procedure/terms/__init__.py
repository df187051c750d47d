"""Words of procedures and of their terms."""

from enum import StrEnum

from domain.kernel.text import Text, _


class StateKind(StrEnum):
    """Who is expected to do something, or what was decided."""

    OPEN = "open"
    WAITING_FOR_CITIZEN = "waiting_for_citizen"
    WAITING_FOR_OFFICE = "waiting_for_office"
    DECIDED = "decided"
    ENDED = "ended"

    @property
    def label(self) -> Text:
        """The kind as who designs a procedure reads it."""
        return STATE_KIND_LABELS[self]


class Clock(StrEnum):
    """What the term of the office does while a proceeding is in a state."""

    RUNNING = "running"
    SUSPENDED = "suspended"
    STOPPED = "stopped"

    @property
    def label(self) -> Text:
        """What the term does, as who designs a procedure reads it."""
        return CLOCK_LABELS[self]


class Effect(StrEnum):
    """What a transition means for the law."""

    NONE = "none"
    SUSPEND_FOR_INTEGRATION = "suspend_for_integration"
    RESUME = "resume"
    ANNOUNCE_REJECTION = "announce_rejection"
    GRANT = "grant"
    GRANT_IN_PART = "grant_in_part"
    REJECT = "reject"
    ARCHIVE = "archive"
    WITHDRAW = "withdraw"
    NOTIFY = "notify"
    ASK_REVIEW = "ask_review"

    @property
    def label(self) -> Text:
        """The effect as who designs a procedure reads it."""
        return EFFECT_LABELS[self]


class Trigger(StrEnum):
    """When the program moves a proceeding by itself."""

    ON_DUE = "on_due"
    ON_REPLY = "on_reply"
    ON_EXPIRY = "on_expiry"

    @property
    def label(self) -> Text:
        """The moment as who designs a procedure reads it."""
        return TRIGGER_LABELS[self]


class AskedKind(StrEnum):
    """What sort of answer a transition wants from who makes it."""

    TEXT = "text"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    CHOICE = "choice"

    @property
    def label(self) -> Text:
        """The kind as who designs a procedure reads it."""
        return ASKED_KIND_LABELS[self]


class PauseKind(StrEnum):
    """Why a term does not run for some days."""

    INTEGRATION = "integration"
    REJECTION_NOTICE = "rejection_notice"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """The reason as people read it."""
        return PAUSE_LABELS[self]


class HolidayKind(StrEnum):
    """What sort of day off an ente sets: one of the place, or one on which its offices do not open."""

    LOCAL = "local"
    CLOSURE = "closure"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return HOLIDAY_LABELS[self]


class Days(StrEnum):
    """Which days of a term count."""

    CALENDAR = "calendar"
    WORKING = "working"

    @property
    def label(self) -> Text:
        """The days as operators read them."""
        return DAYS_LABELS[self]


class StepKind(StrEnum):
    """A line of the explanation of a deadline."""

    STARTED = "started"
    LENGTH = "length"
    EXTENDED = "extended"
    PAUSED = "paused"
    PAUSE_LIMIT = "pause_limit"
    RESUMED = "resumed"
    IGNORED = "ignored"
    MOVED = "moved"
    DUE = "due"
    STOPPED = "stopped"


class VersionStatus(StrEnum):
    """Whether a version of a procedure is still being written."""

    DRAFT = "draft"
    PUBLISHED = "published"


class MoverKind(StrEnum):
    """Who moved a proceeding."""

    OPERATOR = "operator"
    CITIZEN = "citizen"
    PROGRAM = "program"

    @property
    def label(self) -> Text:
        """Who it was, as people read it."""
        return MOVER_LABELS[self]


class VisaStatus(StrEnum):
    """What a supervisor has said of a transition that needs a visa."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


DECISIONS = (Effect.GRANT, Effect.GRANT_IN_PART, Effect.REJECT, Effect.ARCHIVE, Effect.WITHDRAW)
"""The effects that end the term of the office."""

STATE_KIND_LABELS: dict[StateKind, Text] = {
    StateKind.OPEN: _("In corso"),
    StateKind.WAITING_FOR_CITIZEN: _("Aspetta il cittadino"),
    StateKind.WAITING_FOR_OFFICE: _("Aspetta l'ufficio"),
    StateKind.DECIDED: _("Deciso"),
    StateKind.ENDED: _("Chiuso"),
}
CLOCK_LABELS: dict[Clock, Text] = {
    Clock.RUNNING: _("Il termine corre"),
    Clock.SUSPENDED: _("Il termine è fermo per un po'"),
    Clock.STOPPED: _("Il termine è finito"),
}
EFFECT_LABELS: dict[Effect, Text] = {
    Effect.NONE: _("Nessun effetto di legge"),
    Effect.SUSPEND_FOR_INTEGRATION: _("Chiede quello che manca e ferma il termine"),
    Effect.RESUME: _("Fa ripartire il termine"),
    Effect.ANNOUNCE_REJECTION: _("Avvisa che la risposta può essere no"),
    Effect.GRANT: _("Accoglie la domanda"),
    Effect.GRANT_IN_PART: _("Accoglie una parte della domanda"),
    Effect.REJECT: _("Respinge la domanda"),
    Effect.ARCHIVE: _("Chiude senza decidere"),
    Effect.WITHDRAW: _("Il cittadino rinuncia"),
    Effect.NOTIFY: _("Consegna la decisione"),
    Effect.ASK_REVIEW: _("Chiede di guardare di nuovo"),
}
TRIGGER_LABELS: dict[Trigger, Text] = {
    Trigger.ON_DUE: _("Quando passa l'ultimo giorno dell'ufficio"),
    Trigger.ON_REPLY: _("Quando arriva la risposta del cittadino"),
    Trigger.ON_EXPIRY: _("Quando finisce il tempo di questo stato"),
}
ASKED_KIND_LABELS: dict[AskedKind, Text] = {
    AskedKind.TEXT: _("Testo"),
    AskedKind.DATE: _("Data"),
    AskedKind.MONEY: _("Somma di denaro"),
    AskedKind.NUMBER: _("Numero"),
    AskedKind.CHOICE: _("Scelta da un elenco"),
}
PAUSE_LABELS: dict[PauseKind, Text] = {
    PauseKind.INTEGRATION: _("L'ufficio ha chiesto quello che manca"),
    PauseKind.REJECTION_NOTICE: _("L'ufficio ha avvisato che la risposta può essere no"),
    PauseKind.OTHER: _("Il procedimento è fermo"),
}
HOLIDAY_LABELS: dict[HolidayKind, Text] = {
    HolidayKind.LOCAL: _("Festa del posto, per esempio il patrono"),
    HolidayKind.CLOSURE: _("Giorno di chiusura degli uffici"),
}
DAYS_LABELS: dict[Days, Text] = {
    Days.CALENDAR: _("Tutti i giorni"),
    Days.WORKING: _("Solo i giorni di lavoro"),
}
MOVER_LABELS: dict[MoverKind, Text] = {
    MoverKind.OPERATOR: _("L'ufficio"),
    MoverKind.CITIZEN: _("Il cittadino"),
    MoverKind.PROGRAM: _("Il programma, in automatico"),
}
