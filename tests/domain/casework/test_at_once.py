"""Several at once, on real connections: one case for a person, numbers without gaps, one who takes charge."""

import asyncio
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.casework.actions.open_case import OpenCase, open_case
from domain.casework.actions.take_charge import TakeCharge, take_charge
from domain.casework.refusals import AlreadyInCharge
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, ROSA, Persona


@pytest.fixture
async def commands(engine: AsyncEngine, database_url_owner: str):
    """What brings two applications of Rosa and one of Davide into their cases, really in the database."""
    async with swept(database_url_owner):
        async with unit_of_work(SYSTEM, bind=engine) as work:
            territory = await a_territory(work)
            await home_care_is_published(work, territory.comune_id)
            citizens = {one: a_citizen(territory, await a_person(work, territory, one)) for one in (ROSA, DAVIDE)}

        async def command_for(persona: Persona) -> OpenCase:
            citizen = citizens[persona]
            async with unit_of_work(citizen, bind=engine) as work:
                sent = await a_submitted_application(work, citizen)
                assert sent.submitted_at is not None
                assert sent.due_on is not None
                return OpenCase(
                    ente_id=sent.ente_id,
                    person_id=sent.beneficiary_id,
                    application_id=sent.id,
                    submitted_at=sent.submitted_at,
                    due_on=sent.due_on,
                    office_id=sent.office_id,
                )

        yield [await command_for(ROSA), await command_for(ROSA), await command_for(DAVIDE)]


async def test_two_applications_at_once_make_one_case(engine: AsyncEngine, commands: list[OpenCase]) -> None:
    async def bring(command: OpenCase) -> UUID:
        system = System("test", (command.ente_id,))
        async with unit_of_work(system, bind=engine) as work:
            return await open_case(work, system, command)

    first, again, second, other = await asyncio.gather(
        bring(commands[0]), bring(commands[0]), bring(commands[1]), bring(commands[2])
    )
    assert first == again == second != other
    async with unit_of_work(SYSTEM, read_only=True, bind=engine) as work:
        raw = await work.session.connection()
        numbers = (await raw.execute(sa.text('SELECT number FROM casework."case" ORDER BY 1'))).scalars().all()
        diary = (await raw.execute(sa.text("SELECT count(*) FROM casework.diary_entry"))).scalar_one()
    assert (list(numbers), diary) == ([1, 2], 3)


async def test_two_who_take_charge_at_once(engine: AsyncEngine, commands: list[OpenCase]) -> None:
    async with unit_of_work(SYSTEM, bind=engine) as work:
        case_id = await open_case(work, SYSTEM, commands[0])
        assert commands[0].office_id is not None
        operators = [await an_operator(work, commands[0].office_id) for _ in range(2)]

    async def take(number: int) -> None:
        async with unit_of_work(operators[number], bind=engine) as work:
            await take_charge(work, operators[number], TakeCharge(case_id=case_id))

    outcomes = await asyncio.gather(take(0), take(1), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome is not None] == [AlreadyInCharge]
    assert len([outcome for outcome in outcomes if outcome is None]) == 1
