"""A spreadsheet or a text file as rows of text. It runs in a process of its own: the file may be hostile."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from domain.legacy.rules.limits import MEBI, TableLimits, TableProblem

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SAMPLE = 64 * 1024


class UnreadableTable(Exception):
    """The file is not taken, for a reason that people are told."""

    def __init__(self, problem: TableProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def table_rows(content: bytes, limits: TableLimits) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, each with its number, the headings first. Raises UnreadableTable."""
    if content.startswith(OLD_OFFICE):  # an xlsx with a password is one of these
        raise UnreadableTable(TableProblem.LOCKED)
    rows = _spreadsheet(content, limits) if content.startswith(ZIP) else _text(content)
    told, cells = 0, 0
    for number, row in enumerate(rows, start=1):
        while row and not row[-1]:
            row.pop()
        if not row:
            continue
        told, cells = told + 1, cells + len(row)
        if len(row) > limits.columns:
            raise UnreadableTable(TableProblem.TOO_MANY_COLUMNS)
        if told > limits.rows + 1:
            raise UnreadableTable(TableProblem.TOO_MANY_ROWS)
        if cells > limits.cells:
            raise UnreadableTable(TableProblem.TOO_LARGE)
        yield number, [cell[: limits.cell_letters + 1] for cell in row]
    if told < 2:
        raise UnreadableTable(TableProblem.EMPTY)


def _spreadsheet(content: bytes, limits: TableLimits) -> Iterable[list[str]]:
    """The first sheet that holds something. What formulas have computed is read, never the formulas."""
    _unpack(content, limits)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.height and sheet.width:
                rows: Iterable[list[Any]] = sheet.to_python(skip_empty_area=False)
                return ([_plain(cell) for cell in row] for row in rows)
    except PasswordError:
        raise UnreadableTable(TableProblem.LOCKED) from None
    except CalamineError:
        raise UnreadableTable(TableProblem.UNREADABLE) from None
    raise UnreadableTable(TableProblem.EMPTY)


def _unpack(content: bytes, limits: TableLimits) -> None:
    """Unpack every part once, counting what really comes out: what the file says of itself proves nothing."""
    left = limits.unpacked
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.unpacked:
                raise UnreadableTable(TableProblem.TOO_LARGE)
            for part in parts:
                if part.flag_bits & 1:
                    raise UnreadableTable(TableProblem.LOCKED)
                with packed.open(part) as opened:
                    while piece := opened.read(MEBI):
                        left -= len(piece)
                        if left < 0:
                            raise UnreadableTable(TableProblem.TOO_LARGE)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise UnreadableTable(TableProblem.UNREADABLE) from None


def _text(content: bytes) -> Iterator[list[str]]:
    if b"\x00" in content[:SAMPLE] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableTable(TableProblem.UNREADABLE)
    text = _decoded(content)
    first = text[:SAMPLE].split("\n", 1)[0]
    delimiter = max((";", "\t", ",", "|"), key=first.count)
    csv.field_size_limit(MEBI)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield [_plain(cell) for cell in row]
    except csv.Error:
        raise UnreadableTable(TableProblem.UNREADABLE) from None


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _plain(cell: Any) -> str:
    """A cell as people would have typed it; days as 1980-12-31."""
    if isinstance(cell, str):
        return cell.replace("\x00", "").strip()
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time | timedelta | int):
        return cell.isoformat() if isinstance(cell, date | time) else str(cell)
    return ""
