"""Who asks for a copy of whose data, and how often."""

from dataclasses import replace

import pytest

from domain.kernel.refusals import NotFound
from domain.kernel.titles import Title
from domain.platform.work import unit_of_work
from domain.privacy.queries.readings_of import readings_of
from domain.privacy.refusals import AskTheOffice, CopyUnderWay, TooManyCopies
from domain.privacy.rules.copy_shape import CopyShape
from domain.privacy.terms import CopyFormat
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.domain.privacy.copies.conftest import Follow, asked, rows, taken
from tests.robustness.story import Story
from tests.support import given
from tests.support.given import SYSTEM
from tests.support.personas import YOUSSEF


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
