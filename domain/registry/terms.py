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


class DuplicateStatus(StrEnum):
    """What became of two records that look like one person's."""

    OPEN = "open"
    MERGED = "merged"
    APART = "apart"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return DUPLICATE_STATUS_LABELS[self]


class PersonField(StrEnum):
    """What two records of one person may say differently: an operator chooses which one is right.

    Of aliases, citizenships, addresses and contacts there may be several: those of both records stay.
    """

    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    CODICE_FISCALE = "codice_fiscale"
    BORN_ON = "born_on"
    BIRTHPLACE_CODE = "birthplace_code"
    SEX = "sex"
    LANGUAGE = "language"
    ENTE_ID = "ente_id"

    @property
    def label(self) -> Text:
        """The field as operators read it."""
        return PERSON_FIELD_LABELS[self]


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

DUPLICATE_STATUS_LABELS: dict[DuplicateStatus, Text] = {
    DuplicateStatus.OPEN: _("Da guardare"),
    DuplicateStatus.MERGED: _("Unite"),
    DuplicateStatus.APART: _("Persone diverse"),
}

PERSON_FIELD_LABELS: dict[PersonField, Text] = {
    PersonField.GIVEN_NAME: _("Nome"),
    PersonField.FAMILY_NAME: _("Cognome"),
    PersonField.CODICE_FISCALE: _("Codice fiscale"),
    PersonField.BORN_ON: _("Data di nascita"),
    PersonField.BIRTHPLACE_CODE: _("Luogo di nascita"),
    PersonField.SEX: _("Sesso"),
    PersonField.LANGUAGE: _("Lingua"),
    PersonField.ENTE_ID: _("Ente che tiene la scheda"),
}
