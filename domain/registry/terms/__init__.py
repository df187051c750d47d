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
    FISCAL = "fiscal"
    RELATIONAL = "relational"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return HOUSEHOLD_KIND_LABELS[self]


class Kinship(StrEnum):
    """What somebody is to the reference person of the household."""

    REFERENCE = "reference"
    SPOUSE = "spouse"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDCHILD = "grandchild"
    GRANDPARENT = "grandparent"
    STEPCHILD = "stepchild"
    FOSTER_CHILD = "foster_child"
    PARENT_IN_LAW = "parent_in_law"
    CHILD_IN_LAW = "child_in_law"
    UNCLE_OR_AUNT = "uncle_or_aunt"
    NEPHEW_OR_NIECE = "nephew_or_niece"
    COUSIN = "cousin"
    FRIEND = "friend"
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
    """Which indicator (DPCM 159/2013 art. 2, 6, 7, 8, 9)."""

    ORDINARY = "ordinary"
    CURRENT = "current"
    MINORS = "minors"
    SOCIAL_HEALTH = "social_health"
    RESIDENTIAL = "residential"
    UNIVERSITY = "university"

    @property
    def label(self) -> Text:
        """The kind as people read it on the certificate."""
        return ISEE_LABELS[self]


KINSHIP_LABELS: dict[Kinship, Text] = {
    Kinship.REFERENCE: _("Persona di riferimento"),
    Kinship.SPOUSE: _("Marito o moglie"),
    Kinship.PARTNER: _("Convivente"),
    Kinship.CHILD: _("Figlio o figlia"),
    Kinship.PARENT: _("Padre o madre"),
    Kinship.SIBLING: _("Fratello o sorella"),
    Kinship.GRANDCHILD: _("Nipote (figlio di figli)"),
    Kinship.GRANDPARENT: _("Nonno o nonna"),
    Kinship.STEPCHILD: _("Figlio o figlia del coniuge o convivente"),
    Kinship.FOSTER_CHILD: _("Minore in affido"),
    Kinship.PARENT_IN_LAW: _("Suocero o suocera"),
    Kinship.CHILD_IN_LAW: _("Genero o nuora"),
    Kinship.UNCLE_OR_AUNT: _("Zio o zia"),
    Kinship.NEPHEW_OR_NIECE: _("Nipote (figlio di fratelli)"),
    Kinship.COUSIN: _("Cugino o cugina"),
    Kinship.FRIEND: _("Amico o conoscente"),
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


ISEE_LABELS: dict[IseeKind, Text] = {
    IseeKind.ORDINARY: _("ISEE ordinario"),
    IseeKind.CURRENT: _("ISEE corrente"),
    IseeKind.MINORS: _("ISEE per i minorenni"),
    IseeKind.SOCIAL_HEALTH: _("ISEE sociosanitario"),
    IseeKind.RESIDENTIAL: _("ISEE sociosanitario per le residenze"),
    IseeKind.UNIVERSITY: _("ISEE per l'università"),
}

HOUSEHOLD_KIND_LABELS: dict[HouseholdKind, Text] = {
    HouseholdKind.REGISTRY: _("Nucleo anagrafico"),
    HouseholdKind.ISEE: _("Nucleo ISEE"),
    HouseholdKind.FISCAL: _("Nucleo fiscale"),
    HouseholdKind.RELATIONAL: _("Nucleo relazionale"),
}
