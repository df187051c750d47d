"""How large a file of rows may be, and why one is not taken."""

from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.text import Text, _

MEBI = 1024 * 1024


@dataclass(frozen=True)
class TableLimits:
    """The most that is read of a file; ``unpacked``: bytes of a spreadsheet when its parts are unpacked."""

    rows: int = 100_000
    columns: int = 120
    cells: int = 6_000_000
    cell_letters: int = 5_000
    unpacked: int = 400 * MEBI
    parts: int = 2_000


class TableProblem(StrEnum):
    """Why a file is not taken."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_LARGE = "too_large"
    LOCKED = "locked"

    @property
    def label(self) -> Text:
        """The reason, with what to do."""
        return PROBLEM_LABELS[self]


PROBLEM_LABELS: dict[TableProblem, Text] = {
    TableProblem.UNREADABLE: _("Non riusciamo a leggere il file. Salvalo come xlsx, ods o csv e riprova."),
    TableProblem.EMPTY: _("Nel file non ci sono righe. La prima riga deve avere i titoli delle colonne."),
    TableProblem.TOO_MANY_ROWS: _("Il file ha troppe righe. Dividilo in file più piccoli."),
    TableProblem.TOO_MANY_COLUMNS: _("Il file ha troppe colonne. Tieni solo quelle che servono."),
    TableProblem.TOO_LARGE: _("Il file è troppo grande quando si apre. Dividilo in file più piccoli."),
    TableProblem.LOCKED: _("Il file ha una password. Toglila e carica di nuovo il file."),
}
STANDARD = TableLimits()
EXTENSIONS = ("xlsx", "ods", "csv")
