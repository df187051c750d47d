"""Files of old archives, brought in as an administrator would."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.documents.actions.keep_file import keep_file
from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.legacy.actions.bring_archive import BringArchive, bring_archive
from domain.legacy.actions.start_trial import StartTrial, start_trial
from domain.legacy.actions.undo_import import UndoImport, undo_import
from domain.legacy.actions.write_archive import WriteArchive, write_archive
from domain.legacy.queries.imports import ImportSheet, import_sheet
from domain.legacy.terms import ArchiveKind
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, a_territory, an_operator
from tests.support.queue import drain


@dataclass(frozen=True)
class Archives:
    """An administrator of the first comune, and what they do with files."""

    connection: AsyncConnection
    territory: Territory
    admin: Operator

    async def brought(
        self,
        content: bytes,
        *,
        kind: ArchiveKind = ArchiveKind.PEOPLE,
        name: str = "archivio.csv",
        source: str = "Vecchio",
    ) -> UUID:
        """The file is there, and read; its columns are guessed."""
        stored = await keep_file(content)
        async with unit_of_work(self.admin, bind=self.connection) as work:
            command = BringArchive(kind=kind, source=source, file_name=name, stored=stored)
            import_id = await bring_archive(work, self.admin, command)
        await drain(self.connection)
        return import_id

    async def tried(self, import_id: UUID, **meanings: dict[str, str]) -> ImportSheet:
        """The rows are tried."""
        async with unit_of_work(self.admin, bind=self.connection) as work:
            await start_trial(work, self.admin, StartTrial(import_id=import_id, meanings=meanings))
        await drain(self.connection)
        return await self.sheet(import_id)

    async def written(self, import_id: UUID) -> ImportSheet:
        """The rows are written."""
        async with unit_of_work(self.admin, bind=self.connection) as work:
            await write_archive(work, self.admin, WriteArchive(import_id=import_id))
        await drain(self.connection)
        return await self.sheet(import_id)

    async def undone(self, import_id: UUID) -> ImportSheet:
        """What was written is taken back."""
        async with unit_of_work(self.admin, bind=self.connection) as work:
            await undo_import(work, self.admin, UndoImport(import_id=import_id, reason="File sbagliato"))
        await drain(self.connection)
        return await self.sheet(import_id)

    async def sheet(self, import_id: UUID) -> ImportSheet:
        """How the import stands."""
        async with unit_of_work(self.admin, read_only=True, bind=self.connection) as work:
            return await import_sheet(work, self.admin, import_id)


async def the_archives(connection: AsyncConnection) -> Archives:
    """A new ambito, with an administrator of its first comune."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        admin = await an_operator(work, territory.office_id, (Role.ENTE_ADMIN,))
    return Archives(connection, territory, admin)
