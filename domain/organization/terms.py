"""Words of the organization, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _

MOST_DELEGATION_MONTHS = 24


class EnteKind(StrEnum):
    """What sort of body an ente is."""

    COMUNE = "comune"
    AMBITO = "ambito"
    THIRD_SECTOR = "third_sector"


class OfficeKind(StrEnum):
    """What an office does."""

    HELP_DESK = "help_desk"
    PROFESSIONAL = "professional"
    ADMINISTRATION = "administration"
    PLANNING = "planning"
    THIRD_SECTOR = "third_sector"

    @property
    def label(self) -> Text:
        """The kind as people read it."""
        return OFFICE_LABELS[self]


class RoleSource(StrEnum):
    """Who gave a role: an administrator, or a group of the ente's own identity provider."""

    ADMINISTRATOR = "administrator"
    ENTE_PROVIDER = "ente_provider"


class CodeSource(StrEnum):
    """Where a coded list shipped with the program comes from."""

    ANPR = "anpr"
    INPS = "inps"
    NATIONAL = "national"
    SISO = "siso"
    OURS = "ours"

    @property
    def label(self) -> Text:
        """The source, for who administers the lists."""
        return SOURCE_LABELS[self]


class CodeOrigin(StrEnum):
    """Who brought a code into a list, as seen by an ente."""

    COMMON = "common"
    AMBITO = "ambito"
    ENTE = "ente"

    @property
    def label(self) -> Text:
        """Who, for who administers the lists."""
        return ORIGIN_LABELS[self]


class Palette(StrEnum):
    """The prepared colour schemes, all with enough contrast."""

    COMUNI = "comuni"
    BLUE = "blue"
    BORDEAUX = "bordeaux"
    TEAL = "teal"
    SLATE = "slate"

    @property
    def label(self) -> Text:
        """The colour's name."""
        return PALETTE_LABELS[self]


ENTE_LABELS: dict[EnteKind, Text] = {
    EnteKind.COMUNE: _("Comune"),
    EnteKind.AMBITO: _("Ambito territoriale sociale"),
    EnteKind.THIRD_SECTOR: _("Ente del terzo settore"),
}

OFFICE_LABELS: dict[OfficeKind, Text] = {
    OfficeKind.HELP_DESK: _("Sportello sociale"),
    OfficeKind.PROFESSIONAL: _("Servizio sociale professionale"),
    OfficeKind.ADMINISTRATION: _("Ufficio amministrativo"),
    OfficeKind.PLANNING: _("Ufficio di piano"),
    OfficeKind.THIRD_SECTOR: _("Sportello del terzo settore"),
}

SOURCE_LABELS: dict[CodeSource, Text] = {
    CodeSource.ANPR: _("Tabelle dell'anagrafe nazionale (ANPR)"),
    CodeSource.INPS: _("Vocabolari dell'INPS"),
    CodeSource.NATIONAL: _("Vocabolari nazionali"),
    CodeSource.SISO: _("Voci in uso nel programma SISO"),
    CodeSource.OURS: _("Elenco di partenza, da sostituire con quello del tuo ente"),
}

ORIGIN_LABELS: dict[CodeOrigin, Text] = {
    CodeOrigin.COMMON: _("comune a tutti"),
    CodeOrigin.AMBITO: _("aggiunta dall'ambito"),
    CodeOrigin.ENTE: _("aggiunta dal tuo ente"),
}

PALETTE_LABELS: dict[Palette, Text] = {
    Palette.COMUNI: _("Verde Comuni"),
    Palette.BLUE: _("Blu"),
    Palette.BORDEAUX: _("Bordò"),
    Palette.TEAL: _("Verde petrolio"),
    Palette.SLATE: _("Ardesia"),
}

WEEKDAYS: tuple[Text, ...] = (
    _("lunedì"),
    _("martedì"),
    _("mercoledì"),
    _("giovedì"),
    _("venerdì"),
    _("sabato"),
    _("domenica"),
)
