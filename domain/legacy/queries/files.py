"""Files for who brings archives: the rows with errors, to be corrected and brought again; and empty ones to fill in."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.legacy.gateways.sheet_writer import as_xlsx
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.row_lists import remarks_of
from domain.legacy.rules.fields import FIELDS
from domain.legacy.terms import ArchiveKind, RowOutcome
from domain.platform.work import UnitOfWork

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROW, ERRORS = "Riga", "Errori"
FILE_NAMES = {
    ArchiveKind.PEOPLE: "persone",
    ArchiveKind.MEMBERS: "nuclei",
    ArchiveKind.SHEETS: "schede",
    ArchiveKind.CASES: "cartelle",
}


@dataclass(frozen=True)
class TableFile:
    """A spreadsheet, with its name."""

    file_name: str
    content: bytes


async def errors_file(work: UnitOfWork, operator: Operator, import_id: UUID) -> TableFile:
    """The rejected rows as they came, with their number and what is wrong, in Italian. Refuses NotFound.

    Brought again, the two columns of ours are left aside, and the saved mapping is offered.
    """
    found = await archive_import(work, operator, import_id)
    wanted = select(ImportRow.number, ImportRow.cells, ImportRow.problems).where(
        col(ImportRow.import_id) == found.id, col(ImportRow.outcome) == RowOutcome.REJECTED
    )
    rows = (await work.session.exec(wanted.order_by(col(ImportRow.number)))).all()
    width = len(found.headings)
    told = [[*[*cells, *[""] * width][:width], str(number), _errors(problems)] for number, cells, problems in rows]
    content = await asyncio.to_thread(as_xlsx, ERRORS, [*found.headings, ROW, ERRORS], told)
    return TableFile(f"errori-{FILE_NAMES[found.kind]}-{found.created_at:%Y-%m-%d}.xlsx", content)


def template_file(kind: ArchiveKind) -> TableFile:
    """The headings of a kind, with one row as an example."""
    fields = FIELDS[kind]
    content = as_xlsx("Modello", [str(one.label) for one in fields], [[one.example for one in fields]])
    return TableFile(f"modello-{FILE_NAMES[kind]}.xlsx", content)


def _errors(problems: Sequence[Mapping[str, Any]]) -> str:
    said = [(one.column, str(one.text)) for one in remarks_of(problems)]
    return " ".join(f"{column}: {sentence}" if column else sentence for column, sentence in said)
