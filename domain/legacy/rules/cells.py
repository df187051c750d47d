"""What one cell says, by its shape. A cell is always text; nothing in it is ever computed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.kernel.codice_fiscale import check as check_code
from domain.kernel.email import check as check_email
from domain.kernel.text import Text, _
from domain.legacy.rules.fields import CellShape, ImportField
from domain.legacy.rules.headings import folded
from domain.legacy.terms import DayOrder

_DAY = re.compile(r"(\d{1,4})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{1,4})")
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_ORDERS = {DayOrder.DAY_FIRST: (2, 1, 0), DayOrder.MONTH_FIRST: (2, 0, 1), DayOrder.YEAR_FIRST: (0, 1, 2)}
FEWEST_DIGITS = 5
OLDEST = 1850

NO_SUCH_DAY = _("Questa data non esiste. Scrivila come 31/12/1980.")
SHORT_YEAR = _("Scrivi l'anno con quattro numeri, per esempio 31/12/1980.")
TOO_LONG = _("Il testo è troppo lungo. Al massimo %(most)s caratteri.")
UNKNOWN_WORD = _("Non conosciamo questa voce. Abbinala a una delle nostre voci, oppure correggila.")
CODE_LENGTH = _("Il codice fiscale ha 16 caratteri. Controlla di averli scritti tutti.")
CODE_LETTER = _("L'ultima lettera del codice fiscale non torna con le altre. Controlla il codice.")
CODE_FORM = _("Il codice fiscale non è giusto. Controlla le lettere e i numeri.")
NOT_AN_EMAIL = _("Questo indirizzo e-mail non è giusto.")
NOT_A_PHONE = _("Questo numero di telefono è troppo corto.")
_CODE_PROBLEMS = {"codice_fiscale_length": CODE_LENGTH, "codice_fiscale_check": CODE_LETTER}


@dataclass(frozen=True)
class Reading:
    """How a file is read: the order of its dates, and our code for each folded word of a coded field."""

    order: DayOrder
    words: Mapping[str, Mapping[str, str]]


class Wrong(ValueError):
    """The cell does not say what it should."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.msgid)
        self.text = text


def understood(field: ImportField, cell: str, reading: Reading) -> Any:
    """What ``cell``, which is not empty, says; raises Wrong with the sentence for who corrects the file."""
    if len(cell) > field.most:
        raise Wrong(Text(TOO_LONG.msgid, {"most": field.most}))
    match field.shape:
        case CellShape.DAY:
            return day_in(cell, reading.order)
        case CellShape.CODE:
            return _code(field, cell, reading)
        case CellShape.CODICE_FISCALE:
            return _codice_fiscale(cell)
        case CellShape.EMAIL:
            return _email(cell)
        case CellShape.PHONE:
            if sum(letter.isdigit() for letter in cell) < FEWEST_DIGITS:
                raise Wrong(NOT_A_PHONE)
            return " ".join(cell.split())
        case CellShape.TEXT:
            return cell if "\n" in cell else " ".join(cell.split())


def day_in(cell: str, order: DayOrder) -> date:
    """The day; one written as a spreadsheet writes it (1980-12-31) is understood whatever the order."""
    text = _MIDNIGHT.sub("", cell.strip())
    found = _DAY.fullmatch(text)
    if found is None:
        raise Wrong(NO_SUCH_DAY)
    parts = found.groups()
    year, month, day = (
        parts[place] for place in (_ORDERS[DayOrder.YEAR_FIRST] if _ISO.fullmatch(text) else _ORDERS[order])
    )
    if len(year) != 4:
        raise Wrong(SHORT_YEAR)
    try:
        told = date(int(year), int(month), int(day))
    except ValueError:
        raise Wrong(NO_SUCH_DAY) from None
    if told.year < OLDEST:
        raise Wrong(NO_SUCH_DAY)
    return told


def _code(field: ImportField, cell: str, reading: Reading) -> str:
    code = reading.words.get(field.name, {}).get(folded(cell))
    if code is None:
        raise Wrong(UNKNOWN_WORD)
    return code


def _codice_fiscale(cell: str) -> str:
    try:
        return check_code(cell)
    except ValueError as refused:
        raise Wrong(_CODE_PROBLEMS.get(str(refused), CODE_FORM)) from refused


def _email(cell: str) -> str:
    try:
        return check_email(cell)
    except ValueError:
        raise Wrong(NOT_AN_EMAIL) from None
