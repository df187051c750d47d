"""A copy of one's data holds all that is the citizen's to see, and nothing of anybody else."""

import io
import json
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from domain.platform.work import unit_of_work
from domain.privacy.queries.copies.copy_parts import COPY_PARTS
from domain.privacy.rules.copy_shape import CopyShape
from domain.privacy.terms import CopyFormat, CopyStatus
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.terms import FactKind
from tests.domain.privacy.copies.conftest import Follow, asked, rows, taken
from tests.robustness.story import Story
from tests.support.given import SYSTEM

SCHEMA = Path(__file__).resolve().parents[4] / "docs" / "personal-copy.schema.json"


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
