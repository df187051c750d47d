"""Words of the registry, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _
from domain.kernel.titles import Title


class ContactKind(StrEnum):
    """By which way somebody is reached."""

    EMAIL = "email"
    PHONE = "phone"
    PEC = "pec"


class AddressKind(StrEnum):
    """What an address is for somebody (c.c. 43)."""

    RESIDENCE = "residence"
    DOMICILE = "domicile"


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
