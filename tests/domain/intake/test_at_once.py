"""Two at once, on connections of their own: one application, one number, no gaps."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.documents.actions.register_protocollo import RegisterProtocollo, register_protocollo
from domain.documents.terms import Direction
from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.refusals import AlreadySubmitted
from domain.kernel.actor import Citizen
from domain.kernel.refusals import RuleBroken
from domain.platform.work import unit_of_work
from tests.support.applications import a_draft, a_filled_draft, home_care_is_published
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory


@pytest.fixture
async def place(engine: AsyncEngine, database_url_owner: str) -> AsyncIterator[tuple[Territory, Citizen]]:
    """A territory that is really there, and Rosa."""
    async with swept(database_url_owner):
        async with unit_of_work(SYSTEM, bind=engine) as work:
            territory = await a_territory(work)
            rosa = a_citizen(territory, await a_person(work, territory))
            await home_care_is_published(work, territory.ambito_id)
        yield territory, rosa


async def test_two_starts_at_once_make_one_draft(engine: AsyncEngine, place: tuple[Territory, Citizen]) -> None:
    _territory, rosa = place

    async def start() -> UUID:
        async with unit_of_work(rosa, bind=engine) as work:
            return (await a_draft(work, rosa)).id

    assert len(set(await asyncio.gather(*(start() for _ in range(4))))) == 1


async def test_two_submissions_at_once_send_one_application(
    engine: AsyncEngine, place: tuple[Territory, Citizen]
) -> None:
    _territory, rosa = place
    async with unit_of_work(rosa, bind=engine) as work:
        draft = (await a_filled_draft(work, rosa)).id

    async def submit() -> None:
        async with unit_of_work(rosa, bind=engine) as work:
            await submit_application(work, rosa, SubmitApplication(application_id=draft))

    outcomes = await asyncio.gather(submit(), submit(), submit(), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == [
        AlreadySubmitted.__name__,
        AlreadySubmitted.__name__,
        "NoneType",
    ]
    async with unit_of_work(SYSTEM, read_only=True, bind=engine) as work:
        connection = await work.session.connection()
        sent = sa.text("SELECT count(*) FROM platform.event WHERE kind LIKE '%ApplicationSubmitted'")
        assert (await connection.execute(sent)).scalar_one() == 1


async def test_protocollo_numbers_follow_each_other_without_gaps(
    engine: AsyncEngine, place: tuple[Territory, Citizen]
) -> None:
    territory, rosa = place

    async def register(about_id: UUID, *, fails: bool = False) -> int:
        async with unit_of_work(SYSTEM, bind=engine) as work:
            entry = await register_protocollo(
                work,
                RegisterProtocollo(
                    ente_id=territory.comune_id,
                    person_id=rosa.person_id,
                    about_id=about_id,
                    subject="Prova",
                    direction=Direction.INCOMING,
                ),
            )
            if fails:
                raise RuleBroken
            return entry.number

    twice = uuid4()
    attempts = [register(uuid4(), fails=place % 3 == 0) for place in range(12)] + [register(twice), register(twice)]
    outcomes = await asyncio.gather(*attempts, return_exceptions=True)
    numbers = [outcome for outcome in outcomes if isinstance(outcome, int)]
    assert len(numbers) == 10
    assert sorted(set(numbers)) == list(range(1, 10))
    assert sum(isinstance(outcome, RuleBroken) for outcome in outcomes) == 4
