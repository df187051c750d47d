"""Rows as a file for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence

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
