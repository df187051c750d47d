"""A copy is drawn up once, kept for a week and destroyed."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.actions.open_file import open_file
from domain.documents.terms import DocumentKind
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import NotFound
from domain.platform.files import FileMissing
from domain.platform.work import unit_of_work
from domain.privacy import jobs
from domain.privacy.terms import CopyFormat, CopyStatus
from tests.domain.privacy.copies.conftest import Follow, asked, rows, taken
from tests.robustness.story import Story
from tests.support.given import SYSTEM


async def test_a_job_run_twice_makes_one_copy_and_one_letter(story: Story, everything_that_follows: Follow) -> None:
    copy_id = await asked(story, story.rosa)
    await everything_that_follows()
    before = await taken(story, story.rosa, copy_id, CopyFormat.JSON)
    await jobs.draw_up_copy(str(copy_id), bind=story.connection)
    assert await taken(story, story.rosa, copy_id, CopyFormat.JSON) == before
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        counted = await (await work.session.connection()).execute(
            sa.text("SELECT count(*) FROM correspondence.letter WHERE key = :key"), {"key": f"copy-ready:{copy_id}"}
        )
    assert counted.scalar_one() == 1


async def test_after_a_week_the_files_are_destroyed_and_the_row_stays(
    story: Story, everything_that_follows: Follow
) -> None:
    copy_id = await asked(story, story.rosa)
    await everything_that_follows()
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        addresses = (
            await (await work.session.connection()).execute(
                sa.text("SELECT json_address, pdf_address FROM privacy.personal_copy WHERE id = :id"), {"id": copy_id}
            )
        ).one()
    with as_of(utcnow() + timedelta(days=6, hours=23)):
        assert await jobs.remove_old_copies(bind=story.connection) == 0
        await taken(story, story.rosa, copy_id, CopyFormat.JSON)
    with as_of(utcnow() + timedelta(days=7, minutes=1)):
        with pytest.raises(NotFound):
            await taken(story, story.rosa, copy_id, CopyFormat.JSON)
        assert await jobs.remove_old_copies(bind=story.connection) == 1
    (row,) = await rows(story, story.rosa)
    assert row.status is CopyStatus.REMOVED
    for address in addresses:
        with pytest.raises(FileMissing):
            await open_file(address)


async def test_what_the_person_has_sent_as_a_document_outlives_the_copy(
    story: Story, everything_that_follows: Follow
) -> None:
    copy_id = await asked(story, story.rosa)
    await everything_that_follows()
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        wanted = sa.text("SELECT pdf_address, ente_id FROM privacy.personal_copy WHERE id = :id")
        address, ente_id = (await (await work.session.connection()).execute(wanted, {"id": copy_id})).one()
        sent = AttachDocument(
            ente_id=ente_id,
            person_id=story.rosa.person_id,
            kind=DocumentKind.OTHER,
            title="I miei dati",
            file_name="copia.pdf",
            content=await open_file(address),
        )
        assert (await attach_document(work, SYSTEM, sent)).address == address
    with as_of(utcnow() + timedelta(days=7, minutes=1)):
        assert await jobs.remove_old_copies(bind=story.connection) == 1
    assert await open_file(address)
