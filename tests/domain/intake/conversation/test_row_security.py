"""The database itself shows a conversation to the person, the office, and who acts for the person; to nobody else."""

import sqlalchemy as sa

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.kernel.actor import Actor, Citizen, Visitor
from domain.platform.work import unit_of_work
from tests.domain.intake.conversation.conftest import Talk
from tests.support.acting import a_grant, accepted, browsing
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE, OKSANA, ROSA

TABLES = ("conversation", "conversation_message", "conversation_file")


async def seen(talk: Talk, actor: Actor) -> list[int]:
    found = []
    async with unit_of_work(actor, read_only=True, bind=talk.scene.connection) as work:
        for table in TABLES:
            counted = sa.text(f"SELECT count(*) FROM correspondence.{table}")
            found.append(int((await (await work.session.connection()).execute(counted)).scalar_one()))
    return found


async def with_a_file(talk: Talk) -> None:
    async with unit_of_work(talk.anna, read_only=True, bind=talk.scene.connection) as work:
        receipt = sa.text("SELECT receipt_id FROM intake.application")
        document_id = (await (await work.session.connection()).execute(receipt)).scalar_one()
    await talk.says(talk.rosa, "Ecco", document_ids=(document_id,))


async def a_delegate(talk: Talk) -> Citizen:
    territory = talk.scene.territory
    async with unit_of_work(SYSTEM, bind=talk.scene.connection) as work:
        await a_person(work, territory, OKSANA)
    giver = await browsing(talk.scene.connection, territory, ROSA)
    receiver = await browsing(talk.scene.connection, territory, OKSANA)
    await accepted(receiver, await a_grant(giver, OKSANA))
    return await receiver.now()


async def test_only_the_person_and_the_office_see_what_they_write_to_each_other(talk: Talk) -> None:
    await with_a_file(talk)
    territory = talk.scene.territory
    async with unit_of_work(SYSTEM, bind=talk.scene.connection) as work:
        stranger = a_citizen(territory, await a_person(work, territory, DAVIDE))
        neighbour = await an_operator(work, territory.neighbour_office_id, names="Ugo Vicino")
    for one in (SYSTEM, talk.rosa, talk.anna):
        assert await seen(talk, one) == [1, 1, 1], one
    for one in (stranger, neighbour, Visitor(territory.family)):
        assert await seen(talk, one) == [0, 0, 0], one


async def test_who_acts_for_the_person_sees_it_until_the_person_hides_the_messages(talk: Talk) -> None:
    await with_a_file(talk)
    territory = talk.scene.territory
    delegate = await a_delegate(talk)
    async with unit_of_work(SYSTEM, bind=talk.scene.connection) as work:
        guardian = a_citizen(territory, await a_person(work, territory, DAVIDE), acts_for=(talk.rosa.person_id,))
    for one in (delegate, guardian):
        assert await seen(talk, one) == [1, 1, 1]
    async with unit_of_work(talk.rosa, bind=talk.scene.connection) as work:
        hidden = SetContactProfile(person_id=talk.rosa.person_id, is_hidden=True)
        await set_contact_profile(work, talk.rosa, hidden)
    for one in (delegate, guardian):
        assert await seen(talk, one) == [0, 0, 0]
    assert await seen(talk, talk.rosa) == [1, 1, 1]
    assert await seen(talk, talk.anna) == [1, 1, 1]
