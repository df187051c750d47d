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


class Channel(StrEnum):
    """By which way an application came in."""

    ONLINE = "online"
    DESK = "desk"
    PAPER = "paper"

    @property
    def label(self) -> Text:
        """The way as operators read it."""
        return CHANNEL_LABELS[self]


class Recognition(StrEnum):
    """How an operator was sure of who somebody is; a signed paper comes with a copy (DPR 445/2000 art. 38)."""

    DOCUMENT = "document"
    KNOWN = "known"
    COPY = "copy"

    @property
    def label(self) -> Text:
        """The way as operators read it."""
        return RECOGNITION_LABELS[self]


class SignatureWay(StrEnum):
    """How somebody has signed besides the applicant: after signing in, or on a paper that the desk keeps."""

    ONLINE = "online"
    PAPER = "paper"

    @property
    def label(self) -> Text:
        """The way as people read it."""
        return SIGNATURE_LABELS[self]


class SignatureState(StrEnum):
    """What has become of a signature that was asked. CHANGED: the application says something else since."""

    WAITING = "waiting"
    SIGNED = "signed"
    CHANGED = "changed"
    REFUSED = "refused"

    @property
    def label(self) -> Text:
        """The state as people read it."""
        return SIGNATURE_STATE_LABELS[self]


SIGNATURE_STATE_LABELS: dict[SignatureState, Text] = {
    SignatureState.WAITING: _("Aspetta la firma"),
    SignatureState.SIGNED: _("Ha firmato"),
    SignatureState.CHANGED: _("La domanda è cambiata dopo la firma: serve una firma nuova"),
    SignatureState.REFUSED: _("Non firma"),
}

SIGNATURE_LABELS: dict[SignatureWay, Text] = {
    SignatureWay.ONLINE: _("Online, con la sua identità digitale"),
    SignatureWay.PAPER: _("Su carta, allo sportello"),
}


class ItemKind(StrEnum):
    """What the office asks for when something is missing; or what the person says of a notice."""

    DOCUMENT = "document"
    ANSWER = "answer"
    OBSERVATION = "observation"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return ITEM_LABELS[self]


ITEM_LABELS: dict[ItemKind, Text] = {
    ItemKind.DOCUMENT: _("Un documento"),
    ItemKind.ANSWER: _("Una risposta"),
    ItemKind.OBSERVATION: _("Osservazioni"),
}


class RequestKind(StrEnum):
    """For whom somebody writes without signing in."""

    MYSELF = "myself"
    REPORT = "report"

    @property
    def label(self) -> Text:
        """The kind as who writes reads it."""
        return REQUEST_KIND_LABELS[self]


REQUEST_KIND_LABELS: dict[RequestKind, Text] = {
    RequestKind.MYSELF: _("Per me o per la mia famiglia"),
    RequestKind.REPORT: _("Per segnalare un'altra persona che ha bisogno di aiuto"),
}


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

CHANNEL_LABELS: dict[Channel, Text] = {
    Channel.ONLINE: _("Dal portale"),
    Channel.DESK: _("Allo sportello, insieme alla persona"),
    Channel.PAPER: _("Su carta, copiata dall'ufficio"),
}

RECOGNITION_LABELS: dict[Recognition, Text] = {
    Recognition.DOCUMENT: _("Ho visto un suo documento"),
    Recognition.KNOWN: _("La conosco di persona"),
    Recognition.COPY: _("C'è la copia del documento con il foglio firmato"),
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

IN_CONVERSATION = "conversation"
"""Where a file of a message stands among the attachments: beside no question of the form."""
