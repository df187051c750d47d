"""PostgreSQL alone confines a delegate to the scope: raw questions, as the delegate's transaction is told."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.accept_delegation import AcceptDelegation, accept_delegation
from domain.access.actions.grant_delegation import GrantDelegation, grant_delegation
from domain.access.actions.revoke_delegation import RevokeDelegation, revoke_delegation
from domain.access.terms import DelegationScope
from domain.kernel.actor import Citizen, Mandate
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from tests.robustness.story import Story, rosas_story
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.personas import OKSANA

# What a delegate for everything sees of Rosa: who she is, and what belongs to her applications. Never the rest.
SEEN = {
    "registry.person": "id",
    "documents.document": "person_id",
    "documents.upload": "person_id",
    "documents.protocollo": "person_id",
    "intake.application": "beneficiary_id",
    "intake.attachment": "person_id",
}
HIDDEN = {
    "registry.fact": "person_id",
    "registry.isee": "person_id",
    "registry.household_member": "person_id",
    "registry.guardianship": "person_id",
    "correspondence.letter": "person_id",
    "platform.reading": "person_id",
    'casework."case"': "person_id",
    "casework.diary_entry": "person_id",
}


@pytest.fixture
async def story(connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]) -> Story:
    """Rosa has sent an application with a document; the office has taken charge of it."""
    return await rosas_story(connection, everything_that_follows)


async def delegate(story: Story, scope: DelegationScope = DelegationScope.ALL, **named: Any) -> Citizen:
    """Oksana, with a delegation of Rosa that she has accepted."""
    async with unit_of_work(SYSTEM, bind=story.connection) as work:
        oksana = a_citizen(story.territory, await a_person(work, story.territory, OKSANA))
    async with unit_of_work(story.rosa, bind=story.connection) as work:
        command = GrantDelegation(
            delegate_codice_fiscale=OKSANA.codice_fiscale,
            delegate_family_name=OKSANA.family_name,
            scope=scope,
            starts_on=work.today,
            ends_on=work.today,
            **named,
        )
        granted = await grant_delegation(work, story.rosa, command)
    async with unit_of_work(oksana, bind=story.connection) as work:
        await accept_delegation(work, oksana, AcceptDelegation(delegation_id=granted))
    return replace(oksana, mandates=(Mandate(granted, story.rosa.person_id, **named),))


@pytest.mark.parametrize("table", SEEN)
async def test_a_delegate_for_everything_sees_the_applications(story: Story, table: str) -> None:
    assert await story.seen_by(await delegate(story), table, SEEN[table]) > 0


@pytest.mark.parametrize("table", HIDDEN)
async def test_a_delegate_never_sees_the_rest_of_the_file(story: Story, table: str) -> None:
    assert await story.seen_by(SYSTEM, table, HIDDEN[table]) > 0, "the story puts nothing there"
    assert await story.seen_by(await delegate(story), table, HIDDEN[table]) == 0


OTHER_MATTERS = {
    DelegationScope.SERVICE: {"service_id": uuid4()},
    DelegationScope.APPLICATION: {"application_id": uuid4()},
}


@pytest.mark.parametrize("scope", OTHER_MATTERS)
async def test_a_delegate_of_another_matter_sees_nothing_of_this_one(story: Story, scope: DelegationScope) -> None:
    oksana = await delegate(story, scope, **OTHER_MATTERS[scope])
    [mandate] = oksana.mandates
    lying = replace(oksana, mandates=(replace(mandate, service_id=None, application_id=None),))
    for told in (oksana, lying):  # what the application says of the scope does not widen it
        for table in set(SEEN) - {"registry.person"}:
            assert await story.seen_by(told, table, SEEN[table]) == 0, table


async def test_a_delegate_for_one_application_sees_it(story: Story) -> None:
    oksana = await delegate(story, DelegationScope.APPLICATION, application_id=story.application_id)
    assert await story.seen_by(oksana, "intake.application", "beneficiary_id") == 1


async def test_a_delegation_taken_back_shows_nothing_even_to_who_still_tells_it(story: Story) -> None:
    oksana = await delegate(story)
    async with unit_of_work(story.rosa, bind=story.connection) as work:
        await revoke_delegation(work, story.rosa, RevokeDelegation(delegation_id=oksana.mandates[0].delegation_id))
    for table in set(SEEN) - {"registry.person"}:
        assert await story.seen_by(oksana, table, SEEN[table]) == 0, table


async def test_somebody_elses_delegation_opens_nothing(story: Story) -> None:
    oksana = await delegate(story)
    thief = replace(story.stranger, mandates=oksana.mandates)
    for table in set(SEEN) - {"registry.person"}:
        assert await story.seen_by(thief, table, SEEN[table]) == 0, table


INSERTED = {
    "a title of one's own": "INSERT INTO registry.guardianship (id, created_at, ente_id, person_id, guardian_id,"
    " kind, decree, is_verified, held_during) SELECT gen_random_uuid(), now(), :ente, :rosa, :me, 'guardian', '', true,"
    " '[2020-01-01,)'",
    "a delegation of another": "INSERT INTO access.delegation (id, created_at, ente_id, delegator_id, delegator_name,"
    " delegate_codice_fiscale, delegate_family_name, delegate_name, scope, held_during, status, mandate_number)"
    " SELECT gen_random_uuid(), now(), :ente, :rosa, '', 'X', 'X', 'X', 'all', '[2020-01-01,2099-01-01)', 'offered', ''"
    " WHERE CAST(:me AS uuid) IS NOT NULL",
}


@pytest.mark.parametrize("what", INSERTED)
async def test_a_citizen_cannot_write_themselves_a_right(story: Story, what: str) -> None:
    facts = {"ente": story.territory.comune_id, "rosa": story.rosa.person_id, "me": story.stranger.person_id}
    await story.connection.run_sync(tell, story.stranger)
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with story.connection.begin_nested():
            await story.connection.execute(sa.text(INSERTED[what]), facts)


async def test_a_citizen_cannot_change_a_delegation_by_hand(story: Story) -> None:
    oksana = await delegate(story)
    for actor in (oksana, story.rosa, story.stranger):
        async with story.connection.begin_nested():
            await story.connection.run_sync(tell, actor)
            changed = await story.connection.execute(sa.text("UPDATE access.delegation SET scope = 'all' WHERE true"))
            assert changed.rowcount == 0
