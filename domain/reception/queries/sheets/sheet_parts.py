"""The parts of a sheet that stand in tables of their own, for who has come to the sheet through its door."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.documents.queries.documents_by_id import DocumentRow, documents_by_id
from domain.kernel.actor import Operator
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet, Need, RequestPaper, ServiceRequest, SheetNote
from domain.reception.queries.desks.desk_of import DeskRow
from domain.reception.rules.notes import NotePlace, may_read_note
from domain.reception.terms.sheets import Dimension, Priority, RequestState

MOST_NOTES = 200


@dataclass(frozen=True)
class NeedSides:
    """A need, and which of its four sides were noted, when and by whom."""

    code: str
    label: str
    priority: Priority
    note: str
    sides: Mapping[Dimension, tuple[date, str]]


@dataclass(frozen=True)
class RequestRow:
    """A requested service with its papers."""

    id: UUID
    code: str
    label: str
    state: RequestState
    minutes: int
    note: str
    papers: tuple[DocumentRow, ...]


@dataclass(frozen=True)
class NoteRow:
    """A line of the desk's diary."""

    id: UUID
    written_at: datetime
    author: str
    text: str
    is_private: bool


async def needs_of(work: UnitOfWork, sheet_id: UUID, labels: Mapping[str, str]) -> list[NeedSides]:
    """The needs, each once, in the order in which they were noted."""
    statement = select(Need).where(col(Need.sheet_id) == sheet_id).order_by(col(Need.created_at), col(Need.code))
    found = (await work.session.exec(statement)).all()
    authors = await operator_names(work, [row.author_id for row in found if row.author_id])
    needs: dict[str, list[Need]] = {}
    for row in found:
        needs.setdefault(row.code, []).append(row)
    return [
        NeedSides(
            code=code,
            label=labels.get(code, code),
            priority=rows[0].priority,
            note=next((row.note for row in rows if row.note), ""),
            sides={
                row.dimension: (row.noted_on, authors.get(row.author_id, "") if row.author_id else "") for row in rows
            },
        )
        for code, rows in needs.items()
    ]


async def requests_of(work: UnitOfWork, sheet_id: UUID, labels: Mapping[str, str]) -> list[RequestRow]:
    """The requests in their order, with the papers that can be seen."""
    statement = select(ServiceRequest).where(col(ServiceRequest.sheet_id) == sheet_id)
    found = (await work.session.exec(statement.order_by(col(ServiceRequest.position), col(ServiceRequest.id)))).all()
    linked = (await work.session.exec(select(RequestPaper).where(col(RequestPaper.sheet_id) == sheet_id))).all()
    documents = await documents_by_id(work, [one.document_id for one in linked])
    return [
        RequestRow(
            id=row.id,
            code=row.code,
            label=labels.get(row.code, row.code),
            state=RequestState(row.state),
            minutes=row.minutes,
            note=row.note,
            papers=tuple(
                documents[one.document_id]
                for one in linked
                if one.request_id == row.id and one.document_id in documents
            ),
        )
        for row in found
    ]


async def notes_of(work: UnitOfWork, operator: Operator, sheet: ContactSheet, desk: DeskRow) -> Sequence[NoteRow]:
    """The lines ``operator`` may read, the latest first, at most 200."""
    statement = select(SheetNote).where(col(SheetNote.sheet_id) == sheet.id)
    found = (await work.session.exec(statement.order_by(col(SheetNote.created_at).desc()).limit(MOST_NOTES))).all()
    readable = [row for row in found if may_read_note(operator, _place(row, sheet), desk.private_note_readers)]
    authors = await operator_names(work, [row.author_id for row in readable])
    return [
        NoteRow(row.id, row.created_at, authors.get(row.author_id, ""), row.text, row.is_private) for row in readable
    ]


def _place(row: SheetNote, sheet: ContactSheet) -> NotePlace:
    return NotePlace(row.is_private, row.author_id, row.ente_id, row.office_id, sheet.operator_id)
