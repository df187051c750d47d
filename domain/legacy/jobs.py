"""What is done with files of old archives in the worker: read, tried, written, taken back, forgotten.

Each step is a transaction; a job works for a while, then queues what is left. Killed anywhere, it goes on where it was.
"""

import time
from collections.abc import Awaitable, Callable
from uuid import UUID

from domain.documents.actions.destroy_file import destroy_file
from domain.documents.actions.open_file import open_file
from domain.kernel.actor import System
from domain.legacy.actions.steps.forget_rows import ForgetRows, forget_rows
from domain.legacy.actions.steps.read_rows import ReadRows, read_rows
from domain.legacy.actions.steps.try_step import TryStep, try_step
from domain.legacy.actions.steps.undo_step import UndoStep, undo_step
from domain.legacy.actions.steps.write_step import WriteStep, write_step
from domain.legacy.gateways.table_reader import UnreadableTable
from domain.legacy.gateways.table_sandbox import read_table
from domain.legacy.queries.expired import expired_imports
from domain.legacy.queries.imports import archive_import
from domain.legacy.queries.reading_of import reading_of
from domain.legacy.queries.rows import keys_up_to, last_tried
from domain.legacy.rules.batch import Run
from domain.legacy.terms import ImportStage
from domain.organization.queries.enti import family_of
from domain.platform.work import Bind, unit_of_work

WHO = System("archive import")
SECONDS = 120.0
"""For which a job works before it queues what is left: well within the time a job may take."""


async def read_archive(import_id: str, *, bind: Bind | None = None) -> None:
    """Read the file in a process of its own, and keep its rows."""
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        found = await archive_import(work, WHO, UUID(import_id))
        address = found.file_address if found.stage is ImportStage.READING else None
    if address is None:
        return
    command = ReadRows(UUID(import_id))
    try:
        command = ReadRows(UUID(import_id), await read_table(await open_file(address)))
    except UnreadableTable as refused:
        command = ReadRows(UUID(import_id), problem=refused.problem)
    async with unit_of_work(WHO, bind=bind) as work:
        await read_rows(work, WHO, command)


async def try_archive(import_id: str, *, bind: Bind | None = None) -> None:
    """Try the rows, from where the trial stands."""
    run, system, after = await _begun(UUID(import_id), bind, remembering=True)
    reached: list[int] = [after]

    async def step() -> bool:
        async with unit_of_work(system, bind=bind) as work:
            last = await try_step(work, system, TryStep(UUID(import_id), reached[-1], run))
        reached[-1] = last or reached[-1]
        return last is not None

    await _for_a_while(step, "try_archive", import_id, system, bind)


async def write_archive(import_id: str, *, bind: Bind | None = None) -> None:
    """Write the rows that are not written yet."""
    run, system, _after = await _begun(UUID(import_id), bind)

    async def step() -> bool:
        async with unit_of_work(system, bind=bind) as work:
            return await write_step(work, system, WriteStep(UUID(import_id), run))

    await _for_a_while(step, "write_archive", import_id, system, bind)


async def undo_import(import_id: str, *, bind: Bind | None = None) -> None:
    """Take back the rows that are still there."""
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        system = System(WHO.reason, ((await archive_import(work, WHO, UUID(import_id))).ente_id,))

    async def step() -> bool:
        async with unit_of_work(system, bind=bind) as work:
            return await undo_step(work, system, UndoStep(UUID(import_id)))

    await _for_a_while(step, "undo_import", import_id, system, bind)


async def forget_old_archives(*, bind: Bind | None = None) -> int:
    """Destroy the files whose term is over, and empty their rows; says how many.

    The bytes go first: stopped between the two, the next run finds nothing at the address, which is fine.
    """
    forgotten = 0
    while True:
        async with unit_of_work(WHO, read_only=True, bind=bind) as work:
            found = await expired_imports(work, WHO)
        for import_id, address in found:
            async with unit_of_work(WHO, bind=bind) as work:
                if address is not None:
                    await destroy_file(work, WHO, address)
                await forget_rows(work, WHO, ForgetRows(import_id))
        forgotten += len(found)
        if not found:
            return forgotten


async def _begun(import_id: UUID, bind: Bind | None, *, remembering: bool = False) -> tuple[Run, System, int]:
    """How the file is read, the program within the ente, and the last row that was tried."""
    async with unit_of_work(WHO, read_only=True, bind=bind) as work:
        found = await archive_import(work, WHO, import_id)
        known = await reading_of(work, WHO, found)
        ambito_id = (await family_of(work, found.ente_id))[0]
        run, after = Run(ambito_id, known.reading, known.towns), 0
        if remembering:
            after = await last_tried(work, WHO, import_id)
            for number, keys in await keys_up_to(work, WHO, import_id, after):
                run.remember(found.kind, number, keys)
        return run, System(WHO.reason, (found.ente_id,)), after


async def _for_a_while(
    step: Callable[[], Awaitable[bool]], job: str, import_id: str, system: System, bind: Bind | None
) -> None:
    until = time.monotonic() + SECONDS
    while await step():
        if time.monotonic() > until:
            async with unit_of_work(system, bind=bind) as work:
                await work.defer(job, import_id)
            return


JOBS = {
    "read_archive": read_archive,
    "try_archive": try_archive,
    "write_archive": write_archive,
    "undo_import": undo_import,
    "forget_old_archives": forget_old_archives,
}
