"""Rows as a file for a spreadsheet: CSV, Excel, OpenDocument. Texts stay texts, numbers are numbers."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

Cell = str | Decimal | None
Row = Sequence[Cell]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
MOST_LETTERS = 32_000
_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"'
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV as Italian spreadsheets open it: UTF-8 with a mark, semicolons. A cell that begins like a formula is none."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell


def as_xlsx(name: str, heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    """One sheet called ``name``, for Excel; the heads stay in sight."""
    written = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(written, plain)
    sheet = book.add_worksheet(name[:31])
    bold = book.add_format({"bold": True})
    for place, head in enumerate(heads):
        sheet.set_column(place, place, max(12, min(40, len(head) + 2)))
        sheet.write_string(0, place, head, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(number, place, float(cell))
            elif cell:
                sheet.write_string(number, place, cell[:MOST_LETTERS])
    book.close()
    return written.getvalue()


def as_ods(name: str, heads: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The same as an OpenDocument spreadsheet, for who uses no Excel."""
    lines = "".join(_line(row) for row in (heads, *rows))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}><office:body><office:spreadsheet>'
        f"<table:table table:name={quoteattr(name[:31])}>{lines}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", ODS, zipfile.ZIP_STORED)
        book.writestr("META-INF/manifest.xml", _MANIFEST)
        book.writestr("content.xml", content)
    return written.getvalue()


def _line(row: Row) -> str:
    return f"<table:table-row>{''.join(_cell(cell) for cell in row)}</table:table-row>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        value = f'office:value-type="float" office:value="{cell}"'
        return f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
    if not cell:
        return "<table:table-cell/>"
    kept = "".join(letter for letter in cell[:MOST_LETTERS] if letter.isprintable())
    return f'<table:table-cell office:value-type="string"><text:p>{escape(kept)}</text:p></table:table-cell>'
