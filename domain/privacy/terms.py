"""Words of the rights of people over their data, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _


class CopyStatus(StrEnum):
    """Where a copy of one's data is. REMOVED: its days are over, and the files are gone."""

    WAITING = "waiting"
    READY = "ready"
    REMOVED = "removed"

    @property
    def label(self) -> Text:
        """The status as people read it."""
        return COPY_LABELS[self]


class CopyFormat(StrEnum):
    """As what a copy is handed over: for a program to read, or for people."""

    JSON = "json"
    PDF = "pdf"


class RectificationStatus(StrEnum):
    """Where a request to put data right is (GDPR art. 16)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"

    @property
    def label(self) -> Text:
        """The status as people read it."""
        return RECTIFICATION_LABELS[self]


class RetentionKind(StrEnum):
    """A kind of data that is kept for a time of its own."""

    DRAFT = "draft"
    APPLICATION = "application"
    CASE = "case"
    DOCUMENT = "document"
    PROTOCOLLO = "protocollo"
    LETTER = "letter"
    READING = "reading"
    FORMER_FACT = "former_fact"
    ACCOUNT = "account"
    RECTIFICATION = "rectification"
    HOUSING_NEED = "housing_need"
    ISEE = "isee"
    CONVERSATION = "conversation"
    CARE_PLAN = "care_plan"
    APPOINTMENT = "appointment"
    BOOKING_INVITATION = "booking_invitation"

    @property
    def label(self) -> Text:
        """The kind as administrators read it."""
        return KIND_LABELS[self]


class RetentionStart(StrEnum):
    """The event from which the time is counted."""

    SAVED = "saved"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"
    LAST_ENTRY = "last_entry"
    KEPT = "kept"
    EXPIRED = "expired"
    REGISTERED = "registered"
    WRITTEN = "written"
    READ = "read"
    DROPPED = "dropped"
    SIGNED_IN = "signed_in"
    ANSWERED = "answered"
    CLOSED = "closed"
    LAST_MESSAGE = "last_message"
    HELD = "held"
    LAST_DAY = "last_day"

    @property
    def label(self) -> Text:
        """The event as administrators read it."""
        return START_LABELS[self]


class RetentionOutcome(StrEnum):
    """What is to happen when the time is over."""

    REVIEW = "review"
    DELETE = "delete"
    ANONYMISE = "anonymise"
    KEEP = "keep"

    @property
    def label(self) -> Text:
        """The outcome as administrators read it."""
        return OUTCOME_LABELS[self]


COPY_LABELS: dict[CopyStatus, Text] = {
    CopyStatus.WAITING: _("La stiamo preparando"),
    CopyStatus.READY: _("Pronta"),
    CopyStatus.REMOVED: _("Tolta"),
}

RECTIFICATION_LABELS: dict[RectificationStatus, Text] = {
    RectificationStatus.OPEN: _("Aspetta la risposta"),
    RectificationStatus.ACCEPTED: _("Corretto"),
    RectificationStatus.REFUSED: _("Non corretto"),
}

KIND_LABELS: dict[RetentionKind, Text] = {
    RetentionKind.DRAFT: _("Bozze mai inviate"),
    RetentionKind.APPLICATION: _("Domande inviate"),
    RetentionKind.CASE: _("Cartelle chiuse"),
    RetentionKind.DOCUMENT: _("Documenti"),
    RetentionKind.PROTOCOLLO: _("Registro di protocollo"),
    RetentionKind.LETTER: _("Lettere alle persone"),
    RetentionKind.READING: _("Registro delle letture"),
    RetentionKind.FORMER_FACT: _("Dati corretti o superati"),
    RetentionKind.ACCOUNT: _("Accessi al portale mai più usati"),
    RetentionKind.RECTIFICATION: _("Richieste di correzione concluse"),
    RetentionKind.HOUSING_NEED: _("Fabbisogni abitativi chiusi"),
    RetentionKind.ISEE: _("ISEE delle persone"),
    RetentionKind.CONVERSATION: _("Messaggi tra persone e uffici"),
    RetentionKind.CARE_PLAN: _("Progetti personalizzati finiti"),
    RetentionKind.APPOINTMENT: _("Appuntamenti passati"),
    RetentionKind.BOOKING_INVITATION: _("Inviti a prenotare conclusi"),
}

START_LABELS: dict[RetentionStart, Text] = {
    RetentionStart.SAVED: _("Ultimo salvataggio"),
    RetentionStart.SUBMITTED: _("Invio della domanda"),
    RetentionStart.WITHDRAWN: _("Rinuncia alla domanda"),
    RetentionStart.LAST_ENTRY: _("Ultima nota del diario"),
    RetentionStart.KEPT: _("Arrivo del documento"),
    RetentionStart.EXPIRED: _("Scadenza del documento"),
    RetentionStart.REGISTERED: _("Registrazione"),
    RetentionStart.WRITTEN: _("Giorno della lettera"),
    RetentionStart.READ: _("Giorno della lettura"),
    RetentionStart.DROPPED: _("Giorno della correzione"),
    RetentionStart.SIGNED_IN: _("Ultimo accesso"),
    RetentionStart.ANSWERED: _("Giorno della risposta"),
    RetentionStart.CLOSED: _("Giorno della chiusura"),
    RetentionStart.LAST_MESSAGE: _("Ultimo messaggio"),
    RetentionStart.HELD: _("Giorno dell'appuntamento"),
    RetentionStart.LAST_DAY: _("Ultimo giorno per prenotare"),
}

OUTCOME_LABELS: dict[RetentionOutcome, Text] = {
    RetentionOutcome.REVIEW: _("Da rivedere con l'archivista"),
    RetentionOutcome.DELETE: _("Da cancellare"),
    RetentionOutcome.ANONYMISE: _("Da rendere anonimi"),
    RetentionOutcome.KEEP: _("Da conservare sempre"),
}
