"""Words of the imports, with their Italian labels."""

from enum import StrEnum

from domain.kernel.text import Text, _


class ArchiveKind(StrEnum):
    """What the rows of a file are."""

    PEOPLE = "people"
    MEMBERS = "members"
    SHEETS = "sheets"
    CASES = "cases"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return KIND_LABELS[self]


class ImportStage(StrEnum):
    """How far an import is. UNREADABLE: the file could not be taken. UNDONE: what it wrote is gone."""

    READING = "reading"
    UNREADABLE = "unreadable"
    MAPPING = "mapping"
    TRYING = "trying"
    TRIED = "tried"
    WRITING = "writing"
    WRITTEN = "written"
    UNDOING = "undoing"
    UNDONE = "undone"

    @property
    def label(self) -> Text:
        """The stage as operators read it."""
        return STAGE_LABELS[self]

    @property
    def is_running(self) -> bool:
        """Whether the program is at work on it: the page asks again."""
        return self in (ImportStage.READING, ImportStage.TRYING, ImportStage.WRITING, ImportStage.UNDOING)


class RowOutcome(StrEnum):
    """What becomes of a row: known only after the trial."""

    UNTRIED = "untried"
    NEW = "new"
    MATCHED = "matched"
    DOUBTFUL = "doubtful"
    REJECTED = "rejected"

    @property
    def label(self) -> Text:
        """The outcome as operators read it."""
        return OUTCOME_LABELS[self]


class Doubt(StrEnum):
    """What to do with somebody who may be in the registry already."""

    LEAVE_OUT = "leave_out"
    CREATE = "create"
    SAME = "same"

    @property
    def label(self) -> Text:
        """The decision as operators read it."""
        return DOUBT_LABELS[self]


class DayOrder(StrEnum):
    """How dates are written in a file."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"

    @property
    def label(self) -> Text:
        """The order as operators read it."""
        return ORDER_LABELS[self]


KIND_LABELS: dict[ArchiveKind, Text] = {
    ArchiveKind.PEOPLE: _("Persone"),
    ArchiveKind.MEMBERS: _("Nuclei (una riga per componente)"),
    ArchiveKind.SHEETS: _("Schede di accesso"),
    ArchiveKind.CASES: _("Cartelle sociali"),
}

STAGE_LABELS: dict[ImportStage, Text] = {
    ImportStage.READING: _("Lettura del file"),
    ImportStage.UNREADABLE: _("File non letto"),
    ImportStage.MAPPING: _("Da abbinare"),
    ImportStage.TRYING: _("Prova in corso"),
    ImportStage.TRIED: _("Provata"),
    ImportStage.WRITING: _("Importazione in corso"),
    ImportStage.WRITTEN: _("Importata"),
    ImportStage.UNDOING: _("Annullamento in corso"),
    ImportStage.UNDONE: _("Annullata"),
}

OUTCOME_LABELS: dict[RowOutcome, Text] = {
    RowOutcome.UNTRIED: _("Da provare"),
    RowOutcome.NEW: _("Nuova"),
    RowOutcome.MATCHED: _("Già presente"),
    RowOutcome.DOUBTFUL: _("Da decidere"),
    RowOutcome.REJECTED: _("Con errori"),
}

DOUBT_LABELS: dict[Doubt, Text] = {
    Doubt.LEAVE_OUT: _("Lascia fuori"),
    Doubt.CREATE: _("Crea una scheda nuova"),
    Doubt.SAME: _("È questa persona"),
}

ORDER_LABELS: dict[DayOrder, Text] = {
    DayOrder.DAY_FIRST: _("giorno, mese, anno (31/12/1980)"),
    DayOrder.MONTH_FIRST: _("mese, giorno, anno (12/31/1980)"),
    DayOrder.YEAR_FIRST: _("anno, mese, giorno (1980-12-31)"),
}
