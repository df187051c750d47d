"""The rows of a file are tried: somebody has explained the words that the program did not know."""

from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, update

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.legacy.actions.map_columns import COLUMN_NEEDED
from domain.legacy.model.archive_import import ArchiveImport, ColumnMapping
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.reading_of import known_words
from domain.legacy.refusals import FileGone
from domain.legacy.rules.fields import NEEDED
from domain.legacy.rules.headings import folded, headings_key
from domain.legacy.terms import ImportStage, RowOutcome
from domain.platform.work import UnitOfWork


class StartTrial(BaseModel):
    """``meanings``: for each coded field, our code for a word of the file. A word without one stays unknown."""

    import_id: UUID
    meanings: dict[str, dict[str, str]] = {}


async def start_trial(work: UnitOfWork, operator: Operator, command: StartTrial) -> None:
    """Forget the trial before, if any, and have every row tried; the mapping is kept under its name.

    Refuses NotFound, StageOver, FileGone, and Invalid when a needed column was never chosen.
    """
    found = await archive_import(work, operator, command.import_id, for_update=True)
    found.must_be(ImportStage.MAPPING, ImportStage.TRIED)
    if found.removed_at is not None:
        raise FileGone
    if missing := [group[0] for group in NEEDED[found.kind] if not any(name in found.columns for name in group)]:
        raise Invalid(dict.fromkeys(missing, COLUMN_NEEDED))
    known = await known_words(work, operator, found.kind, found.ente_id) if command.meanings else {}
    explained = {name: dict(words) for name, words in found.meanings.items()}
    for name, words in command.meanings.items():
        codes = set(known.get(name, {}).values())
        told = {folded(word): _code(code, known.get(name, {}), codes) for word, code in words.items() if code.strip()}
        explained[name] = explained.get(name, {}) | {word: code for word, code in told.items() if code}
    found.meanings, found.counts = explained, {}
    tried = sa.and_(col(ImportRow.import_id) == found.id, col(ImportRow.outcome) != RowOutcome.UNTRIED)
    again = update(ImportRow).where(tried)
    nothing: dict[str, list[str]] = {"candidates": [], "problems": [], "warnings": [], "keys": []}
    await work.session.exec(again.values(outcome=RowOutcome.UNTRIED, choice=None, target_id=None, **nothing))
    found.go(ImportStage.TRYING)
    await _keep_mapping(work, operator, found)
    await work.defer("try_archive", str(found.id))


def _code(typed: str, known: dict[str, str], codes: set[str]) -> str:
    """A code as it was chosen, or the name of a place as it was typed; empty for what nobody knows."""
    return typed if typed in codes else known.get(folded(typed), "")


async def _keep_mapping(work: UnitOfWork, operator: Operator, found: ArchiveImport) -> None:
    name = found.choices.get("mapping_name", "")
    if not name:
        return
    kept = ColumnMapping(
        ente_id=found.ente_id,
        kind=found.kind,
        name=name,
        headings_key=headings_key(found.headings),
        columns=found.columns,
        choices=found.choices,
        meanings=found.meanings,
        saved_by_id=operator.operator_id,
        saved_at=work.now,
    )
    adding = insert(ColumnMapping).values(kept.model_dump())
    fresh = ("headings_key", "columns", "choices", "meanings", "saved_by_id", "saved_at")
    changed = {field: adding.excluded[field] for field in fresh}
    key = ["ente_id", "kind", "name"]
    await work.session.exec(adding.on_conflict_do_update(index_elements=key, set_=changed))
