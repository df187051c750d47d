"""Words of the documents, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _


class DocumentKind(StrEnum):
    """What a document proves."""

    IDENTITY_CARD = "identity_card"
    PASSPORT = "passport"
    RESIDENCE_PERMIT = "residence_permit"
    ISEE_CERTIFICATE = "isee_certificate"
    MEDICAL_CERTIFICATE = "medical_certificate"
    DISABILITY_REPORT = "disability_report"
    RENTAL_CONTRACT = "rental_contract"
    DECREE = "decree"
    RECEIPT = "receipt"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """The kind as people read it."""
        return DOCUMENT_LABELS[self]


class Lasting(StrEnum):
    """How one knows until when a document is valid."""

    AS_WRITTEN = "as_written"
    YEAR_END = "year_end"
    MONTHS = "months"

    @property
    def label(self) -> Text:
        """The way as those who keep the list read it."""
        return LASTING_LABELS[self]


class Standing(StrEnum):
    """Whether a document that is kept may be used again today."""

    VALID = "valid"
    UNKNOWN = "unknown"
    """It has a last day, which nobody has written down."""
    EXPIRED = "expired"


class Direction(StrEnum):
    """Whether a registered paper came in or went out."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"

    @property
    def label(self) -> Text:
        """The direction as operators read it."""
        return DIRECTION_LABELS[self]


class FilingSource(StrEnum):
    """How a document came into the archive."""

    APPLICATION = "application"
    ACT = "act"
    DESK = "desk"
    TITLE = "title"
    OFFICE = "office"
    MESSAGE = "message"
    OFFICE_MESSAGE = "office_message"

    @property
    def label(self) -> Text:
        """The way as operators read it."""
        return SOURCE_LABELS[self]


class Origin(StrEnum):
    """From whom a document comes, as its person reads it."""

    SENT = "sent"
    GIVEN = "given"

    @property
    def label(self) -> Text:
        """The side as people read it."""
        return ORIGIN_LABELS[self]


GIVEN_BY_US = frozenset({FilingSource.ACT, FilingSource.OFFICE_MESSAGE})
"""How comes in what we have given to the person."""

FOLDER_LIST = "documento_sottocartella"
"""The list of the ente's codes that are the folders of an archive."""

ORIGIN_LABELS: dict[Origin, Text] = {
    Origin.SENT: _("Arrivato a noi"),
    Origin.GIVEN: _("Scritto dal nostro ufficio"),
}

SOURCE_LABELS: dict[FilingSource, Text] = {
    FilingSource.APPLICATION: _("Mandato con una domanda"),
    FilingSource.ACT: _("Scritto dal nostro ente"),
    FilingSource.DESK: _("Portato allo sportello"),
    FilingSource.TITLE: _("Prova di una tutela o di una delega"),
    FilingSource.OFFICE: _("Messo qui da un ufficio"),
    FilingSource.MESSAGE: _("Mandato con un messaggio"),
    FilingSource.OFFICE_MESSAGE: _("Dato da noi con un messaggio"),
}

DIRECTION_LABELS: dict[Direction, Text] = {
    Direction.INCOMING: _("In arrivo"),
    Direction.OUTGOING: _("In partenza"),
}

DOCUMENT_LABELS: dict[DocumentKind, Text] = {
    DocumentKind.IDENTITY_CARD: _("Documento d'identità"),
    DocumentKind.PASSPORT: _("Passaporto"),
    DocumentKind.RESIDENCE_PERMIT: _("Permesso di soggiorno"),
    DocumentKind.ISEE_CERTIFICATE: _("Attestazione ISEE"),
    DocumentKind.MEDICAL_CERTIFICATE: _("Certificato del medico"),
    DocumentKind.DISABILITY_REPORT: _("Verbale di invalidità"),
    DocumentKind.RENTAL_CONTRACT: _("Contratto di affitto"),
    DocumentKind.DECREE: _("Decreto del giudice"),
    DocumentKind.RECEIPT: _("Ricevuta"),
    DocumentKind.OTHER: _("Altro documento"),
}

LASTING_LABELS: dict[Lasting, Text] = {
    Lasting.AS_WRITTEN: _("Fino al giorno scritto sul documento"),
    Lasting.YEAR_END: _("Fino al 31 dicembre dell'anno in cui arriva"),
    Lasting.MONTHS: _("Per alcuni mesi da quando arriva"),
}
