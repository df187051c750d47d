"""A copy of one's data: all that is the citizen's to see, nothing of anybody else, for a week."""

import io
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.actions.open_file import open_file
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Citizen
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import NotFound
from domain.kernel.titles import Title
from domain.platform.files import FileMissing
from domain.platform.work import unit_of_work
from domain.privacy import jobs
from domain.privacy.actions.copies.ask_copy import AskCopy, ask_copy
from domain.privacy.queries.copies.copies import CopyRow, copy_file, own_copies
from domain.privacy.queries.copies.copy_parts import COPY_PARTS
from domain.privacy.queries.readings_of import readings_of
from domain.privacy.refusals import AskTheOffice, CopyUnderWay, TooManyCopies
from domain.privacy.rules.copy_shape import CopyShape
from domain.privacy.terms import CopyFormat, CopyStatus
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.terms import FactKind
from tests.robustness.story import Story, rosas_story
from tests.support import given
from tests.support.given import SYSTEM
from tests.support.personas import YOUSSEF
from tests.support.queue import drain
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "personal-copy.schema.json"
Follow = Callable[[], Awaitable[int]]


async def rosas_whole_file(connection: AsyncConnection) -> Story:
    """Rosa's whole file, and the facts that are not hers to read."""
    story = await rosas_story(connection, partial(drain, connection))
    async with unit_of_work(SYSTEM, bind=connection) as work:
        for kind, value in (
            (FactKind.COURT, {"court": "TMCivile", "number": "SEGRETO 12"}),
            (FactKind.NOTE, {"text": "SEGRETO DEGLI OPERATORI"}),
            (FactKind.CONTACT, {"channel": "phone", "value": "333 9998877", "belongs_to": "la vicina Piera"}),
            (FactKind.HOUSING, {"held_by": "affitto", "rooms": 3}),
        ):
            await record_fact(work, SYSTEM, RecordFact(person_id=story.rosa.person_id, kind=kind, value=value))
    return story


standing = fixtures.standing_on(rosas_whole_file)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
def story(stage: Stage) -> Story:
    """Rosa's whole file, and the facts that are not hers to read."""
    found: Story = stage.built
    return found


async def asked(story: Story, citizen: Citizen, person_id: UUID | None = None) -> UUID:
    async with unit_of_work(citizen, bind=story.connection) as work:
        return await ask_copy(work, citizen, AskCopy(person_id=person_id or citizen.person_id))


async def taken(story: Story, citizen: Citizen, copy_id: UUID, form: CopyFormat) -> bytes:
    async with unit_of_work(citizen, read_only=True, bind=story.connection) as work:
        return (await copy_file(work, citizen, copy_id, form)).content


async def rows(story: Story, citizen: Citizen) -> list[CopyRow]:
    async with unit_of_work(citizen, read_only=True, bind=story.connection) as work:
        return list(await own_copies(work, citizen))


async def test_a_copy_holds_ones_whole_file_and_nothing_of_others(
    story: Story, everything_that_follows: Follow
) -> None:
    copy_id = await asked(story, story.rosa)
    (waiting,) = await rows(story, story.rosa)
    assert (waiting.status, waiting.parts_done, waiting.parts) == (CopyStatus.WAITING, 0, len(COPY_PARTS))
    await everything_that_follows()
    (ready,) = await rows(story, story.rosa)
    assert (ready.status, ready.parts_done) == (CopyStatus.READY, len(COPY_PARTS))
    written = (await taken(story, story.rosa, copy_id, CopyFormat.JSON)).decode()
    copy = CopyShape.model_validate_json(written)
    assert copy.person.id == story.rosa.person_id
    assert {"identity", "residence", "contact", "housing"} <= {fact.kind for fact in copy.facts}
    assert [one.id for one in copy.applications] == [story.application_id]
    assert len(copy.applications[0].answers) > 5
    assert copy.documents and copy.letters and copy.readings and copy.households and copy.isee
    assert all(fact.source_label and fact.known_from for fact in copy.facts)
    for secret in ("SEGRETO", "333 9998877", "Piera", "belongs_to"):
        assert secret not in written
    names = [story.worker.operator_id, story.stranger.person_id]
    assert not any(str(one) in written for one in names)


@pytest.mark.prints
async def test_the_pdf_can_be_read_by_everybody_and_says_the_same(
    story: Story, everything_that_follows: Follow
) -> None:
    copy_id = await asked(story, story.rosa)
    await everything_that_follows()
    content = await taken(story, story.rosa, copy_id, CopyFormat.PDF)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "it"
    assert len(content) > 10_000


async def test_the_shape_is_the_one_that_is_documented() -> None:
    assert json.loads(SCHEMA.read_text()) == CopyShape.model_json_schema(mode="serialization")


async def test_nobody_else_takes_a_copy_and_no_office_sees_that_there_is_one(
    story: Story, everything_that_follows: Follow
) -> None:
    copy_id = await asked(story, story.rosa)
    await everything_that_follows()
    with pytest.raises(NotFound):
        await taken(story, story.stranger, copy_id, CopyFormat.JSON)
    with pytest.raises(NotFound):
        await asked(story, story.stranger, story.rosa.person_id)
    assert await story.seen_by(story.worker, "privacy.personal_copy", "person_id") == 0
    assert await story.seen_by(story.rosa, "privacy.personal_copy", "person_id") == 1


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


async def test_copies_are_not_asked_without_end(story: Story, everything_that_follows: Follow) -> None:
    await asked(story, story.rosa)
    with pytest.raises(CopyUnderWay):
        await asked(story, story.rosa)
    for _again in range(2):
        await everything_that_follows()
        await asked(story, story.rosa)
    await everything_that_follows()
    with pytest.raises(TooManyCopies):
        await asked(story, story.rosa)


@pytest.mark.parametrize(
    ("title", "is_given"),
    [
        (Title.PARENT, True),
        (Title.GUARDIAN, True),
        (Title.CURATOR, False),
        (Title.SUPPORT_ADMINISTRATOR, False),
    ],
)
async def test_a_parent_and_a_guardian_ask_for_who_they_represent(
    story: Story, everything_that_follows: Follow, title: Title, is_given: bool
) -> None:
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        child = await given.a_person(work, story.territory, YOUSSEF)
    parent = replace(story.rosa, acts_for=(child,), titles=((child, title),))
    if not is_given:
        with pytest.raises(AskTheOffice):
            await asked(story, parent, child)
        return
    copy_id = await asked(story, parent, child)
    await everything_that_follows()
    copy = CopyShape.model_validate_json(await taken(story, parent, copy_id, CopyFormat.JSON))
    assert copy.person.full_name == YOUSSEF.full_name
    himself = given.a_citizen(story.territory, child)
    (row,) = await rows(story, himself)
    assert (row.is_about_me, row.is_own) == (True, False)
    async with unit_of_work(himself, read_only=True, bind=story.connection) as work:
        (reading,) = (await readings_of(work, himself)).items
    assert reading.is_representative
    with pytest.raises(NotFound):
        await taken(story, story.rosa, copy_id, CopyFormat.JSON)  # who acts for nobody any more


async def test_who_represents_a_protected_person_asks_the_office(story: Story) -> None:
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        child = await given.a_person(work, story.territory, YOUSSEF)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=child, operator_ids=(story.worker.operator_id,)))
    parent = replace(story.rosa, acts_for=(child,), titles=((child, Title.PARENT),))
    with pytest.raises(AskTheOffice):
        await asked(story, parent, child)
    himself = given.a_citizen(story.territory, child)
    await asked(story, himself)


async def test_what_was_corrected_is_in_the_file_for_programs(story: Story, everything_that_follows: Follow) -> None:
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        for rooms in (3, 4):
            await record_fact(
                work,
                SYSTEM,
                RecordFact(
                    person_id=story.rosa.person_id,
                    kind=FactKind.HOUSING,
                    value={"held_by": "proprietà", "rooms": rooms},
                    starts_on=date(2020, 1, 1),
                ),
            )
    copy_id = await asked(story, story.rosa)
    await everything_that_follows()
    copy = CopyShape.model_validate_json(await taken(story, story.rosa, copy_id, CopyFormat.JSON))
    homes = [fact for fact in copy.facts if fact.kind == "housing"]
    assert any(fact.known_to is not None for fact in homes)
    assert any(fact.known_to is None for fact in homes)
