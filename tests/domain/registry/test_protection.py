"""A person under protection is hidden from everybody but those named; each lock is tried alone."""

from dataclasses import replace
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.model.person import Person
from domain.registry.permissions import visible_to
from domain.registry.queries.finding.find_people import ids_found
from domain.registry.queries.names import names
from domain.registry.queries.person_card import person_card
from domain.registry.refusals import ProtectionWithoutReaders
from tests.support import given
from tests.support.given import SYSTEM
from tests.support.personas import FATIMA

COUNT = sa.text("SELECT count(*) FROM registry.person WHERE id = :id")


async def the_hidden_one(connection: AsyncConnection) -> tuple[UUID, Operator, Operator]:
    """Somebody hidden, an operator who is named and a colleague of the same office who is not."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await given.a_territory(work)
        hidden = await given.a_person(work, territory, FATIMA)
        named = await given.an_operator(work, territory.office_id)
        colleague = await given.an_operator(work, territory.office_id)
    async with unit_of_work(named, bind=connection) as work:
        await protect_identity(work, named, ProtectIdentity(person_id=hidden))
    return hidden, named, colleague


async def test_only_who_is_named_sees_the_person(connection: AsyncConnection) -> None:
    hidden, named, colleague = await the_hidden_one(connection)
    async with unit_of_work(named, read_only=True, bind=connection) as work:
        assert hidden in await names(work, [hidden])
        assert (await person_card(work, named, hidden)).is_protected
    async with unit_of_work(colleague, read_only=True, bind=connection) as work:
        assert await names(work, [hidden]) == {}
        assert await ids_found(work, work.actor, FATIMA.family_name) == []
    with pytest.raises(NotFound):
        async with unit_of_work(colleague, read_only=True, bind=connection) as work:
            await person_card(work, colleague, hidden)


async def test_row_level_security_alone_hides_the_person(connection: AsyncConnection) -> None:
    hidden, named, colleague = await the_hidden_one(connection)
    seen = {}
    for operator in (named, colleague):
        async with unit_of_work(operator, read_only=True, bind=connection) as work:
            seen[operator] = (await (await work.session.connection()).execute(COUNT, {"id": hidden})).scalar_one()
    assert list(seen.values()) == [1, 0]


async def test_the_door_alone_hides_the_person(connection: AsyncConnection) -> None:
    hidden, named, colleague = await the_hidden_one(connection)
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        raw = await work.session.connection()
        for operator, expected in ((named, 1), (colleague, 0), (replace(named, enti=()), 0)):
            statement = (
                sa.select(sa.func.count()).select_from(Person).where(visible_to(operator), col(Person.id) == hidden)
            )
            assert (await raw.execute(statement)).scalar_one() == expected


async def test_what_protecting_refuses(connection: AsyncConnection) -> None:
    hidden, named, colleague = await the_hidden_one(connection)
    async with unit_of_work(named, bind=connection) as work:
        await protect_identity(work, named, ProtectIdentity(person_id=hidden, operator_ids=(colleague.operator_id,)))
    clerk = replace(colleague, roles=frozenset({Role.ADMIN_CLERK}))
    with pytest.raises(NotAllowed):
        async with unit_of_work(clerk, bind=connection) as work:
            await protect_identity(work, clerk, ProtectIdentity(person_id=hidden))
    with pytest.raises(ProtectionWithoutReaders):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            await protect_identity(work, SYSTEM, ProtectIdentity(person_id=hidden))
