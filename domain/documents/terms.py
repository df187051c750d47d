"""Words of the documents, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _


class DocumentKind(StrEnum):
    """What a document proves."""

    IDENTITY_CARD = "identity_card"
    RESIDENCE_PERMIT = "residence_permit"
    ISEE_CERTIFICATE = "isee_certificate"
    MEDICAL_CERTIFICATE = "medical_certificate"
    DISABILITY_REPORT = "disability_report"
    DECREE = "decree"
    RECEIPT = "receipt"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """The kind as people read it."""
        return DOCUMENT_LABELS[self]


class Direction(StrEnum):
    """Whether a registered paper came in or went out."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"

    @property
    def label(self) -> Text:
        """The direction as operators read it."""
        return DIRECTION_LABELS[self]


DIRECTION_LABELS: dict[Direction, Text] = {
    Direction.INCOMING: _("In arrivo"),
    Direction.OUTGOING: _("In partenza"),
}

DOCUMENT_LABELS: dict[DocumentKind, Text] = {
    DocumentKind.IDENTITY_CARD: _("Documento d'identità"),
    DocumentKind.RESIDENCE_PERMIT: _("Permesso di soggiorno"),
    DocumentKind.ISEE_CERTIFICATE: _("Attestazione ISEE"),
    DocumentKind.MEDICAL_CERTIFICATE: _("Certificato del medico"),
    DocumentKind.DISABILITY_REPORT: _("Verbale di invalidità"),
    DocumentKind.DECREE: _("Decreto del giudice"),
    DocumentKind.RECEIPT: _("Ricevuta"),
    DocumentKind.OTHER: _("Altro documento"),
}
