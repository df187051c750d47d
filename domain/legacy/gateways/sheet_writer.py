"""Rows as a spreadsheet: every cell is text, so that nothing in it is ever computed."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

MOST_LETTERS = 32_000
WIDEST = 40


def as_xlsx(name: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """One sheet called ``name``: the headings, kept in sight, and the rows."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(
        written,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    sheet = book.add_worksheet(name)
    bold, plain = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
    for place, heading in enumerate(headings):
        sheet.set_column(place, place, min(WIDEST, max(12, len(heading) + 2)), plain)
        sheet.write_string(0, place, heading, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, cell[:MOST_LETTERS], plain)
    book.close()
    return written.getvalue()
