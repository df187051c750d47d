"""The rows of a file are kept, as texts, to be tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import System
from domain.legacy.model.import_row import ImportRow
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.mappings import mapping_for
from domain.legacy.rules.headings import carried_over, guessed, named_apart
from domain.legacy.rules.limits import TableProblem
from domain.legacy.terms import ImportStage
from domain.platform.rows.adding import add_rows
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ReadRows:
    """The rows with their numbers, the headings first; or why the file was not taken."""

    import_id: UUID
    rows: Sequence[tuple[int, Sequence[str]]] = ()
    problem: TableProblem | None = None


async def read_rows(work: UnitOfWork, system: System, command: ReadRows) -> None:
    """Keep the rows, and propose how the columns are understood: as saved for the same headings, or guessed.

    Done before, it changes nothing.
    """
    found = await archive_import(work, system, command.import_id, for_update=True)
    if found.stage is not ImportStage.READING:
        return
    if command.problem is not None:
        found.problem = command.problem.value
        found.go(ImportStage.UNREADABLE)
        return
    headings = named_apart(command.rows[0][1])
    found.headings = headings
    saved = await mapping_for(work, found)
    found.columns = guessed(found.kind, headings) if saved is None else carried_over(saved.columns, headings)
    found.choices = {} if saved is None else dict(saved.choices)
    found.meanings = {} if saved is None else dict(saved.meanings)
    same = {"import_id": found.id, "ente_id": found.ente_id, "outcome": "untried", "external_id": "", "is_kept": False}
    empty: dict[str, list[str]] = {"keys": [], "problems": [], "warnings": [], "candidates": []}
    rows = [{**same, **empty, "number": number, "cells": list(cells)} for number, cells in command.rows[1:]]
    await add_rows(work, ImportRow, rows)
    found.go(ImportStage.MAPPING, total=len(rows))
