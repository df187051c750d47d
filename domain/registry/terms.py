"""Words of the registry, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _
from domain.kernel.titles import Title


class ContactKind(StrEnum):
    """By which way somebody is reached."""

    EMAIL = "email"
    PHONE = "phone"
    PEC = "pec"


class FactKind(StrEnum):
    """What can be known of a person, one kind for each thing that changes as a whole."""

    IDENTITY = "identity"
    ALIAS = "alias"
    DEATH = "death"
    CITIZENSHIP = "citizenship"
    CIVIL_STATUS = "civil_status"
    RESIDENCE = "residence"
    DOMICILE = "domicile"
    CONTACT = "contact"
    IDENTITY_DOCUMENT = "identity_document"
    PERMIT = "permit"
    FOREIGN_STATUS = "foreign_status"
    LANGUAGE = "language"
    EDUCATION = "education"
    WORK = "work"
    HOUSING = "housing"
    AUTONOMY = "autonomy"
    DOCTOR = "doctor"
    DISABILITY = "disability"
    COURT = "court"
    NOTE = "note"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return FACT_LABELS[self]


class FactSource(StrEnum):
    """From whom a thing is known, the most reliable first."""

    CIVIL_REGISTRY = "civil_registry"
    COURT = "court"
    DOCUMENT = "document"
    PROVIDER = "provider"
    OFFICE = "office"
    PERSON = "person"
    RELATIVE = "relative"
    IMPORT = "import"

    @property
    def label(self) -> Text:
        """The source as people read it."""
        return SOURCE_LABELS[self]

    @property
    def rank(self) -> int:
        """The lower, the more reliable."""
        return list(FactSource).index(self)


class HouseholdKind(StrEnum):
    """By which source a household is known."""

    REGISTRY = "registry"
    ISEE = "isee"
    RELATIONAL = "relational"


class Kinship(StrEnum):
    """What somebody is to the reference person of the household."""

    REFERENCE = "reference"
    SPOUSE = "spouse"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDCHILD = "grandchild"
    OTHER_RELATIVE = "other_relative"
    NOT_RELATED = "not_related"

    @property
    def label(self) -> Text:
        """The kinship as people read it."""
        return KINSHIP_LABELS[self]


class GuardianshipKind(StrEnum):
    """Why somebody may act for somebody else (c.c. 316, 343, 392, 404)."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    CURATOR = "curator"
    SUPPORT_ADMINISTRATOR = "support_administrator"

    @property
    def label(self) -> Text:
        """The title by which one acts."""
        return GUARDIANSHIP_LABELS[self]

    @property
    def acting_title(self) -> Title:
        """The same as the word for acting."""
        return Title(self.value)


class GuardianshipStatus(StrEnum):
    """Where a title to act stands on a day."""

    DECLARED = "declared"
    VERIFIED = "verified"
    REFUSED = "refused"
    ENDED = "ended"

    @property
    def label(self) -> Text:
        """The status as people read it."""
        return GUARDIANSHIP_STATUS_LABELS[self]


class IseeKind(StrEnum):
    """Which indicator (DPCM 159/2013 art. 2, 6, 7, 9)."""

    ORDINARY = "ordinary"
    SOCIAL_HEALTH = "social_health"
    MINORS = "minors"
    CURRENT = "current"


class MatchReason(StrEnum):
    """Why somebody is among what a search has found."""

    NAME = "name"
    SIMILAR_NAME = "similar_name"
    ALIAS = "alias"
    FORMER_NAME = "former_name"
    BIRTH_DATE = "birth_date"
    SIMILAR_BIRTH_DATE = "similar_birth_date"
    BIRTH_YEAR = "birth_year"
    CODE = "code"
    SIMILAR_CODE = "similar_code"
    FORMER_CODE = "former_code"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"

    @property
    def label(self) -> Text:
        """The reason as people read it."""
        return MATCH_REASON_LABELS[self]


class WatchReason(StrEnum):
    """Why the civil registry is asked every night how somebody is: what is open for them."""

    CASE = "case"
    APPLICATION = "application"
    SHEET = "sheet"
    UNCHECKED = "unchecked"


class DifferenceKind(StrEnum):
    """What the civil registry says otherwise than we do; in the order in which it must be looked at."""

    DEATH = "death"
    HOUSEHOLD = "household"
    RESIDENCE = "residence"
    IDENTITY = "identity"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return DIFFERENCE_LABELS[self]


class DifferenceStatus(StrEnum):
    """Where a difference stands; ``outdated``: one of the two has changed meanwhile, there is nothing to decide."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    OUTDATED = "outdated"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return DIFFERENCE_STATUS_LABELS[self]


class InquiryOutcome(StrEnum):
    """What became of a question to the civil registry; ``asked``: no answer was ever written down."""

    ASKED = "asked"
    FOUND = "found"
    NOBODY = "nobody"
    UNAVAILABLE = "unavailable"
    UNREADABLE = "unreadable"


KINSHIP_LABELS: dict[Kinship, Text] = {
    Kinship.REFERENCE: _("Persona di riferimento"),
    Kinship.SPOUSE: _("Marito o moglie"),
    Kinship.PARTNER: _("Convivente"),
    Kinship.CHILD: _("Figlio o figlia"),
    Kinship.PARENT: _("Padre o madre"),
    Kinship.SIBLING: _("Fratello o sorella"),
    Kinship.GRANDCHILD: _("Nipote (figlio di figli)"),
    Kinship.OTHER_RELATIVE: _("Altro parente"),
    Kinship.NOT_RELATED: _("Non è un parente"),
}

GUARDIANSHIP_LABELS: dict[GuardianshipKind, Text] = {
    GuardianshipKind.PARENT: _("Genitore"),
    GuardianshipKind.GUARDIAN: _("Tutore"),
    GuardianshipKind.CURATOR: _("Curatore"),
    GuardianshipKind.SUPPORT_ADMINISTRATOR: _("Amministratore di sostegno"),
}

GUARDIANSHIP_STATUS_LABELS: dict[GuardianshipStatus, Text] = {
    GuardianshipStatus.DECLARED: _("Da controllare"),
    GuardianshipStatus.VERIFIED: _("Controllata"),
    GuardianshipStatus.REFUSED: _("Non accettata"),
    GuardianshipStatus.ENDED: _("Finita"),
}

FACT_LABELS: dict[FactKind, Text] = {
    FactKind.IDENTITY: _("Nome e nascita"),
    FactKind.ALIAS: _("Altro nome"),
    FactKind.DEATH: _("Morte"),
    FactKind.CITIZENSHIP: _("Cittadinanza"),
    FactKind.CIVIL_STATUS: _("Stato civile"),
    FactKind.RESIDENCE: _("Residenza"),
    FactKind.DOMICILE: _("Domicilio"),
    FactKind.CONTACT: _("Contatto"),
    FactKind.IDENTITY_DOCUMENT: _("Documento di identità"),
    FactKind.PERMIT: _("Permesso di soggiorno"),
    FactKind.FOREIGN_STATUS: _("Condizione di cittadino straniero"),
    FactKind.LANGUAGE: _("Lingue che parla"),
    FactKind.EDUCATION: _("Scuola e formazione"),
    FactKind.WORK: _("Lavoro"),
    FactKind.HOUSING: _("Casa"),
    FactKind.AUTONOMY: _("Autonomia"),
    FactKind.DOCTOR: _("Medico di famiglia"),
    FactKind.DISABILITY: _("Invalidità e disabilità"),
    FactKind.COURT: _("Situazione davanti al giudice"),
    FactKind.NOTE: _("Avvertenza"),
}

SOURCE_LABELS: dict[FactSource, Text] = {
    FactSource.CIVIL_REGISTRY: _("Anagrafe"),
    FactSource.COURT: _("Tribunale"),
    FactSource.DOCUMENT: _("Documento visto"),
    FactSource.PROVIDER: _("Accesso con identità digitale"),
    FactSource.OFFICE: _("Ufficio"),
    FactSource.PERSON: _("Detto dalla persona"),
    FactSource.RELATIVE: _("Detto da un familiare"),
    FactSource.IMPORT: _("Archivio importato"),
}

MATCH_REASON_LABELS: dict[MatchReason, Text] = {
    MatchReason.NAME: _("Stesso nome"),
    MatchReason.SIMILAR_NAME: _("Nome simile"),
    MatchReason.ALIAS: _("Altro nome usato"),
    MatchReason.FORMER_NAME: _("Nome di prima"),
    MatchReason.BIRTH_DATE: _("Stessa data di nascita"),
    MatchReason.SIMILAR_BIRTH_DATE: _("Data di nascita simile"),
    MatchReason.BIRTH_YEAR: _("Stesso anno di nascita"),
    MatchReason.CODE: _("Stesso codice fiscale"),
    MatchReason.SIMILAR_CODE: _("Codice fiscale simile"),
    MatchReason.FORMER_CODE: _("Codice di prima"),
    MatchReason.PHONE: _("Stesso telefono"),
    MatchReason.EMAIL: _("Stessa e-mail"),
    MatchReason.ADDRESS: _("Stesso indirizzo"),
}

DIFFERENCE_LABELS: dict[DifferenceKind, Text] = {
    DifferenceKind.DEATH: _("Morte"),
    DifferenceKind.HOUSEHOLD: _("Famiglia"),
    DifferenceKind.RESIDENCE: _("Residenza"),
    DifferenceKind.IDENTITY: _("Nome e nascita"),
}

DIFFERENCE_STATUS_LABELS: dict[DifferenceStatus, Text] = {
    DifferenceStatus.OPEN: _("Da decidere"),
    DifferenceStatus.ACCEPTED: _("Accettata"),
    DifferenceStatus.REFUSED: _("Non accettata"),
    DifferenceStatus.OUTDATED: _("Superata"),
}
