"""Jobs that are killed, or run twice, write every row once; files go when their term is over."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.documents.actions.open_file import open_file
from domain.kernel.clock import as_of, utcnow
from domain.legacy import jobs
from domain.legacy.actions.start_trial import StartTrial, start_trial
from domain.legacy.actions.steps import try_step, write_step
from domain.legacy.actions.write_archive import WriteArchive, write_archive
from domain.legacy.seeds.faulty_archive import faulty_archive
from domain.legacy.terms import ImportStage
from domain.platform.files import FileMissing
from domain.platform.work import unit_of_work
from tests.support.archives.bringing import Archives
from tests.support.queue import drain

COUNT = sa.text("SELECT count(*) FROM registry.person")


async def stopped(archives: Archives, monkeypatch: pytest.MonkeyPatch, job: str, import_id: UUID) -> None:
    """Run the job for one step, and lose what it would have queued: as a worker that is killed."""
    monkeypatch.setattr(jobs, "SECONDS", -1.0)
    await jobs.JOBS[job](str(import_id), bind=archives.connection)
    await archives.connection.execute(sa.text("DELETE FROM jobs.queue"))
    monkeypatch.setattr(jobs, "SECONDS", 60.0)


async def test_a_killed_job_goes_on_where_it_was(archives: Archives, monkeypatch: pytest.MonkeyPatch) -> None:
    for steps in (try_step, write_step):
        monkeypatch.setattr(steps, "STEP", 30)
    monkeypatch.setattr(jobs, "TryStep", lambda *told: try_step.TryStep(*told, step=30))
    monkeypatch.setattr(jobs, "WriteStep", lambda *told: write_step.WriteStep(*told, step=30))
    archive = faulty_archive(100, share=0.2)
    import_id = await archives.brought(archive.as_csv())
    async with unit_of_work(archives.admin, bind=archives.connection) as work:
        await start_trial(work, archives.admin, StartTrial(import_id=import_id))
    await stopped(archives, monkeypatch, "try_archive", import_id)
    assert (await archives.sheet(import_id)).done == 30
    await jobs.try_archive(str(import_id), bind=archives.connection)
    await jobs.try_archive(str(import_id), bind=archives.connection)  # twice delivered
    sheet = await archives.sheet(import_id)
    assert (sheet.stage, sheet.counted("new"), sheet.counted("rejected")) == (ImportStage.TRIED, 80, 20)
    async with unit_of_work(archives.admin, bind=archives.connection) as work:
        await write_archive(work, archives.admin, WriteArchive(import_id=import_id))
    await stopped(archives, monkeypatch, "write_archive", import_id)
    assert (await archives.connection.execute(COUNT)).scalar_one() == 30
    await jobs.write_archive(str(import_id), bind=archives.connection)
    await jobs.write_archive(str(import_id), bind=archives.connection)
    sheet = await archives.sheet(import_id)
    assert (sheet.stage, sheet.counted("created")) == (ImportStage.WRITTEN, 80)
    assert (await archives.connection.execute(COUNT)).scalar_one() == 80


async def test_file_and_rows_go_when_the_term_is_over_and_it_can_still_be_undone(archives: Archives) -> None:
    import_id = await archives.brought(faulty_archive(20, share=0).as_csv())
    await archives.tried(import_id)
    await archives.written(import_id)
    found = sa.text("SELECT file_address FROM legacy.archive_import WHERE id = :id")
    address = (await archives.connection.execute(found, {"id": import_id})).scalar_one()
    assert await open_file(address)
    assert await jobs.forget_old_archives(bind=archives.connection) == 0
    with as_of(utcnow() + timedelta(days=91)):
        assert await jobs.forget_old_archives(bind=archives.connection) == 1
    with pytest.raises(FileMissing):
        await open_file(address)
    left = sa.text("SELECT count(*) FROM legacy.import_row WHERE cells <> '[]' OR keys <> '[]'")
    assert (await archives.connection.execute(left)).scalar_one() == 0
    assert not (await archives.sheet(import_id)).has_rows
    assert (await archives.undone(import_id)).counted("removed") == 20
    await drain(archives.connection)
