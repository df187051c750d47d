"""What a mapping page offers: the fields of a kind, the columns of a file with samples, words nobody has explained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.casework.terms import CaseStatus
from domain.kernel.actor import Operator
from domain.kernel.text import Text
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.reading_of import OF_ENTE, known_words
from domain.legacy.rules.fields import FIELDS, NEEDED, ImportField, Words
from domain.legacy.rules.headings import OURS, folded
from domain.legacy.terms import ArchiveKind
from domain.organization.queries.codes import codes_of
from domain.platform.work import UnitOfWork
from domain.reception.terms.sheets import Outcome
from domain.registry.terms import Kinship

SAMPLES, LOOKED_AT, MOST_WORDS = 3, 40, 60
TYPED = (Words.PLACES, Words.COUNTRIES)
"""Too many to choose from: their name is typed."""


@dataclass(frozen=True)
class Column:
    """A column of the file: its heading, and some of what stands in it."""

    heading: str
    samples: Sequence[str]


@dataclass(frozen=True)
class FieldChoice:
    """A field that a column may answer. ``is_needed``: without it, or one in its place, nothing can be written."""

    name: str
    label: Text
    is_needed: bool


@dataclass(frozen=True)
class UnknownWords:
    """The words of a coded column that nobody has explained; ``options`` are our codes, none where one types."""

    field: str
    label: Text
    words: Sequence[str]
    options: Sequence[tuple[str, Text | str]]


async def columns_of(work: UnitOfWork, operator: Operator, import_id: UUID) -> Sequence[Column]:
    """The columns of the file, but our own of a file of errors. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    wanted = select(ImportRow.cells).where(col(ImportRow.import_id) == found.id).order_by(col(ImportRow.number))
    rows = (await work.session.exec(wanted.limit(LOOKED_AT))).all()
    columns = []
    for place, heading in enumerate(found.headings):
        seen = dict.fromkeys(cells[place] for cells in rows if len(cells) > place and cells[place])
        if folded(heading) not in OURS:
            columns.append(Column(heading, [cell[:60] for cell in list(seen)[:SAMPLES]]))
    return columns


def field_choices(kind: ArchiveKind) -> Sequence[FieldChoice]:
    """The fields of a kind, in the order in which they are asked."""
    needed = {name for group in NEEDED[kind] for name in group}
    return [FieldChoice(one.name, one.label, one.name in needed) for one in FIELDS[kind]]


async def unknown_words(work: UnitOfWork, operator: Operator, import_id: UUID) -> Sequence[UnknownWords]:
    """For each coded column, the words that would be refused, at most sixty. Refuses NotFound."""
    found = await archive_import(work, operator, import_id)
    coded = [one for one in FIELDS[found.kind] if one.words and one.name in found.columns]
    if not coded:
        return []
    known = await known_words(work, operator, found.kind, found.ente_id)
    lists = await codes_of(work, found.ente_id, [words for words in OF_ENTE if words in {one.words for one in coded}])
    offered = {name: [(row.code, row.label) for row in rows] for name, rows in lists.items()}
    asked = []
    for field in coded:
        words = [
            word
            for word in await _words(work, found, field)
            if folded(word) not in known[field.name] and folded(word) not in found.meanings.get(field.name, {})
        ]
        if words:
            asked.append(UnknownWords(field.name, field.label, words[:MOST_WORDS], _options(field, offered)))
    return asked


async def _words(work: UnitOfWork, found: ArchiveImport, field: ImportField) -> Sequence[str]:
    place = found.headings.index(found.columns[field.name])
    cell = col(ImportRow.cells).op("->>")(place)
    wanted = sa.select(cell).distinct().where(col(ImportRow.import_id) == found.id, cell != "").limit(MOST_WORDS * 10)
    return sorted((await (await work.session.connection()).execute(wanted)).scalars().all())


def _options(field: ImportField, offered: Mapping[str, Sequence[tuple[str, str]]]) -> Sequence[tuple[str, Text | str]]:
    match field.words:
        case Words.SEX:
            return [("F", "F"), ("M", "M")]
        case Words.KINSHIP:
            return [(one.value, one.label) for one in Kinship]
        case Words.CASE_STATUS:
            return [(one.value, one.label) for one in (CaseStatus.REPORTED, CaseStatus.CLOSED)]
        case Words.OUTCOME:
            return [(one.value, one.label) for one in Outcome]
        case _:
            return offered.get(field.words.value, []) if field.words else []
