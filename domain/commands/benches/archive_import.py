"""How long an old archive of many people takes, and whether what is counted, written and taken back is exact.

It is one long piece of work, not many short ones: so it has no floor, but a list of what must be true at its end.
"""

import base64
import json
import os
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.commands.benches.frame import Tell
from domain.documents.actions.keep_file import keep_file
from domain.documents.gateways.store import file_store
from domain.kernel.actor import Operator, System
from domain.kernel.roles import Role
from domain.legacy import jobs
from domain.legacy.actions.bring_archive import BringArchive, bring_archive
from domain.legacy.actions.start_trial import StartTrial, start_trial
from domain.legacy.actions.undo_import import UndoImport, undo_import
from domain.legacy.actions.write_archive import WriteArchive, write_archive
from domain.legacy.gateways.table_sandbox import read_table
from domain.legacy.queries.files import errors_file
from domain.legacy.queries.imports import ImportSheet, archive_import, import_sheet
from domain.legacy.seeds.faulty_archive import faulty_archive
from domain.legacy.terms import ArchiveKind
from domain.organization.actions.codes.keep_common_codes import keep_common_codes
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.terms import EnteKind, OfficeKind
from domain.platform.settings import settings
from domain.platform.work import unit_of_work

SYSTEM = System("bench")
NAME, MANY, SHARE = "import", 50_000, 0.03
TABLES = ("registry.person", "registry.fact", "registry.found_by", "registry.clue")


@contextmanager
def a_store_of_its_own() -> Iterator[None]:
    """Within the block files lie in a folder of their own, under a key that nobody keeps."""
    key = base64.b64encode(os.urandom(32)).decode()
    with tempfile.TemporaryDirectory(prefix="sportello-bench-files-") as folder:
        own = {"ENVIRONMENT": "test", "SECRET_KEY": key, "MASTER_KEYS": json.dumps({"bench": key})}
        own["FILE_STORE_URL"] = Path(folder).as_uri()
        before = dict(os.environ)
        os.environ.update({f"SPORTELLO_{name}": value for name, value in own.items()})
        try:
            _forget()
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            _forget()


def _forget() -> None:
    for cached in (settings, file_store):
        cached.cache_clear()


@dataclass
class ImportOutcome:
    """What was counted, what should have been, and the seconds of each part."""

    rows: int
    seconds: dict[str, float] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    expected: dict[str, int] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        """Whether every count is exact."""
        return self.found == self.expected

    def as_json(self) -> dict[str, Any]:
        """The outcome for machines."""
        kept = {"scenario": NAME, "rows": self.rows, "seconds": self.seconds}
        return kept | {"found": self.found, "expected": self.expected, "holds": self.holds}

    def table(self) -> str:
        """The outcome as people read it."""
        lines = [f"import: archivio di {self.rows} persone, {SHARE:.0%} di righe con un errore"]
        lines += [f"{name:<28}{seconds:>9.1f} s" for name, seconds in self.seconds.items()]
        for name, wanted in self.expected.items():
            mark = "ok      " if self.found.get(name) == wanted else "PROBLEMA"
            lines.append(f"{mark} {name}: {self.found.get(name)}, attese {wanted}")
        return "\n".join(lines)


class ArchiveImportBench:
    """An administrator, and what they do with one file: for the whole of the file, then for its corrected errors."""

    def __init__(self, engine: AsyncEngine, rows: int, tell: Tell) -> None:
        """Work on the database of ``engine``."""
        self.engine, self.tell = engine, tell
        self.outcome = ImportOutcome(rows)

    async def run(self) -> ImportOutcome:
        """Try, write, find the same people again, take back."""
        admin = await self._admin()
        archive = faulty_archive(self.outcome.rows, share=SHARE)
        wrong = len(archive.faults)
        right = self.outcome.rows - wrong
        before = await self._counts()
        first = await self._brought(admin, "lettura del file", archive.as_csv())
        sheet = await self._tried(admin, "prova, registro vuoto", first)
        self._note("nuove", sheet.counted("new"), right)
        self._note("con errori", sheet.counted("rejected"), wrong)
        self._note("righe nel file degli errori", await self._errors(admin, first), wrong)
        sheet = await self._written(admin, first)
        self._note("scritte", sheet.counted("created"), right)
        again = await self._brought(admin, "lettura dello stesso file", archive.as_csv(), source="Altro")
        sheet = await self._tried(admin, "prova, tutti già presenti", again)
        known = sheet.counted("matched") + sheet.counted("doubtful")
        self._note("già presenti o da decidere", known, right)
        sheet = await self._undone(admin, first)
        self._note("tornate come prima", sheet.counted("removed"), right)
        for table, many in (await self._counts()).items():
            self._note(f"{table} dopo l'annullamento", many, before[table])
        return self.outcome

    def _note(self, name: str, found: int, expected: int) -> None:
        self.outcome.found[name], self.outcome.expected[name] = found, expected

    async def _timed(self, name: str, part: Callable[[], Awaitable[Any]]) -> None:
        started = time.perf_counter()
        await part()
        self.outcome.seconds[name] = round(time.perf_counter() - started, 1)
        self.tell(f"{name}: {self.outcome.seconds[name]} s")

    async def _admin(self) -> Operator:
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            await keep_common_codes(work, SYSTEM)
            ambito_id = await open_ente(work, SYSTEM, OpenEnte(kind=EnteKind.AMBITO, name="Ambito", slug="ambito"))
            comune = OpenEnte(kind=EnteKind.COMUNE, name="Comune", slug="comune", ambito_id=ambito_id)
            ente_id = await open_ente(work, SYSTEM, comune)
            office = OpenOffice(ente_id=ente_id, kind=OfficeKind.PROFESSIONAL, name="Ufficio")
            office_id = await open_office(work, SYSTEM, office)
            who = RegisterOperator(ente_id=ente_id, given_name="Ada", family_name="Prova", email="ada@prova.example")
            operator_id = await register_operator(work, SYSTEM, who)
        return Operator(operator_id, ente_id, office_id, (ente_id,), (ambito_id, ente_id), frozenset({Role.ENTE_ADMIN}))

    async def _brought(self, operator: Operator, name: str, content: bytes, source: str = "Vecchio") -> UUID:
        stored = await keep_file(content)
        async with unit_of_work(operator, bind=self.engine) as work:
            told = BringArchive(kind=ArchiveKind.PEOPLE, source=source, file_name="archivio.csv", stored=stored)
            import_id = await bring_archive(work, operator, told)
        await self._timed(name, lambda: jobs.read_archive(str(import_id), bind=self.engine))
        return import_id

    async def _tried(self, operator: Operator, name: str, import_id: UUID) -> ImportSheet:
        async with unit_of_work(operator, bind=self.engine) as work:
            await start_trial(work, operator, StartTrial(import_id=import_id))
        await self._timed(name, lambda: self._whole("try_archive", import_id))
        return await self._sheet(operator, import_id)

    async def _written(self, operator: Operator, import_id: UUID) -> ImportSheet:
        async with unit_of_work(operator, bind=self.engine) as work:
            await write_archive(work, operator, WriteArchive(import_id=import_id))
        await self._timed("scrittura", lambda: self._whole("write_archive", import_id))
        return await self._sheet(operator, import_id)

    async def _undone(self, operator: Operator, import_id: UUID) -> ImportSheet:
        async with unit_of_work(operator, bind=self.engine) as work:
            await undo_import(work, operator, UndoImport(import_id=import_id, reason="misura"))
        await self._timed("annullamento", lambda: self._whole("undo_import", import_id))
        return await self._sheet(operator, import_id)

    async def _whole(self, job: str, import_id: UUID) -> None:
        """The job, and again while it has queued what is left."""
        running = True
        while running:
            await jobs.JOBS[job](str(import_id), bind=self.engine)
            async with unit_of_work(SYSTEM, read_only=True, bind=self.engine) as work:
                running = (await archive_import(work, SYSTEM, import_id)).stage.is_running

    async def _errors(self, operator: Operator, import_id: UUID) -> int:
        async with unit_of_work(operator, read_only=True, bind=self.engine) as work:
            made = await errors_file(work, operator, import_id)
        return len(await read_table(made.content)) - 1

    async def _sheet(self, operator: Operator, import_id: UUID) -> ImportSheet:
        async with unit_of_work(operator, read_only=True, bind=self.engine) as work:
            return await import_sheet(work, operator, import_id)

    async def _counts(self) -> dict[str, int]:
        async with unit_of_work(SYSTEM, read_only=True, bind=self.engine) as work:
            connection = await work.session.connection()
            return {
                table: (await connection.execute(sa.text(f"SELECT count(*) FROM {table}"))).scalar_one()  # noqa: S608
                for table in TABLES
            }
