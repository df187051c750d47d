"""Rosa's whole file, and how somebody asks for a copy of it and takes it."""

from collections.abc import Awaitable, Callable
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Citizen
from domain.platform.work import unit_of_work
from domain.privacy.actions.copies.ask_copy import AskCopy, ask_copy
from domain.privacy.queries.copies.copies import CopyRow, copy_file, own_copies
from domain.privacy.terms import CopyFormat
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.terms import FactKind
from tests.robustness.story import Story, rosas_story
from tests.support.given import SYSTEM
from tests.support.queue import drain
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage

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
