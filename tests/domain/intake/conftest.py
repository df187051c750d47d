"""The scene of the tests of applications: a comune that offers home care, and Rosa, who needs it."""

from dataclasses import dataclass

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

import domain.intake.reactions  # noqa: F401 - they register themselves
from domain import worker
from domain.correspondence import jobs as correspondence_jobs
from domain.documents import jobs as documents_jobs
from domain.intake import jobs as intake_jobs
from domain.kernel.actor import Citizen
from domain.platform.work import unit_of_work
from tests.support.applications import home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory


@dataclass(frozen=True)
class Scene:
    """A territory where home care is on offer, and Rosa signed in."""

    connection: AsyncConnection
    territory: Territory
    rosa: Citizen


@pytest.fixture(autouse=True)
def jobs_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker knows the jobs of these contexts, whatever else it knows."""
    for jobs in (correspondence_jobs.JOBS, documents_jobs.JOBS, intake_jobs.JOBS):
        for name, job in jobs.items():
            monkeypatch.setitem(worker.JOBS, name, job)


@pytest.fixture
async def scene(connection: AsyncConnection) -> Scene:
    """Rosa lives in the first comune, whose ambito offers home care."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        rosa = a_citizen(territory, await a_person(work, territory))
        await home_care_is_published(work, territory.ambito_id)
    return Scene(connection, territory, rosa)
