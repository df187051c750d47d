"""The scene of the tests of cases: a comune that offers home care, three people, and who works there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import worker
from domain.casework.queries.case_of_application import case_of_application
from domain.kernel.actor import Citizen, Operator
from domain.kernel.clock import as_of, utcnow
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, FATIMA, ROSA, YOUSSEF, Persona
from tests.support.queue import drain
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage


@dataclass(frozen=True)
class Scene:
    """Two social workers and a clerk of one comune, a social worker of the next, and the citizens."""

    connection: AsyncConnection
    territory: Territory
    worker: Operator
    colleague: Operator
    clerk: Operator
    accountant: Operator
    neighbour: Operator
    citizens: dict[Persona, Citizen]
    follow: Callable[[], Awaitable[int]]

    async def applies(self, persona: Persona = ROSA) -> UUID:
        """The persona sends an application, and everything follows; gives back its id."""
        citizen = self.citizens[persona]
        async with unit_of_work(citizen, bind=self.connection) as work:
            application_id = (await a_submitted_application(work, citizen)).id
        await self.follow()
        return application_id

    async def case_of(self, application_id: UUID) -> UUID:
        """The case of the application."""
        async with unit_of_work(self.worker, read_only=True, bind=self.connection) as work:
            found = await case_of_application(work, self.worker, application_id)
        assert found is not None
        return found


async def no_receipt(application_id: str, *, bind: AsyncConnection) -> None:
    """No paper, whoever asks."""
    assert application_id
    assert bind


async def everybody_in_place(connection: AsyncConnection) -> Scene:
    """Nobody has asked for anything yet."""
    with as_of(utcnow() - timedelta(days=60)):  # people in the tests have asked in the past weeks too
        async with unit_of_work(SYSTEM, bind=connection) as work:
            territory = await a_territory(work)
            await home_care_is_published(work, territory.comune_id)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        people = (ROSA, FATIMA, DAVIDE, YOUSSEF)
        citizens = {one: a_citizen(territory, await a_person(work, territory, one)) for one in people}
        office = territory.office_id
        return Scene(
            connection,
            territory,
            worker=await an_operator(work, office, names="Sara Lodi"),
            colleague=await an_operator(work, office, names="Ugo Neri"),
            clerk=await an_operator(work, office, [Role.ADMIN_CLERK]),
            accountant=await an_operator(work, office, [Role.ACCOUNTANT]),
            neighbour=await an_operator(work, territory.neighbour_office_id),
            citizens=citizens,
            follow=partial(drain, connection),
        )


standing = fixtures.standing_on(everybody_in_place)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
def scene(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Everybody in place. Receipts are not drawn up: no case waits for one."""
    monkeypatch.setitem(worker.JOBS, "draw_up_receipt", no_receipt)
    found: Scene = stage.built
    return found
