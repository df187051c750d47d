"""Rosa at the portal, with an application that she may write about."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

import domain.correspondence.reactions  # noqa: F401 - they register themselves
from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.portal.conftest import Portal
from tests.support.applications import a_submitted_application
from tests.support.cheap import print_cheaply
from tests.support.given import SYSTEM, a_citizen, an_operator
from tests.support.html import Browser


@dataclass(frozen=True)
class Written:
    """The application, Rosa and her browser, Anna at the office."""

    portal: Portal
    follow: Callable[[], Awaitable[int]]
    rosa: Citizen
    browser: Browser
    anna: Operator
    application_id: UUID

    @property
    def path(self) -> str:
        """The conversation."""
        return f"/domande/{self.application_id}/conversazione"

    async def answered(self, text: str, **more: Any) -> None:
        """Anna writes."""
        async with unit_of_work(self.anna, bind=self.portal.connection) as work:
            command = WriteAboutApplication(application_id=self.application_id, text=text, **more)
            await write_about_application(work, self.anna, command)
        await self.follow()


@pytest.fixture
async def written(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Callable[[], Awaitable[int]]
) -> Written:
    """Nobody has written yet."""
    print_cheaply(monkeypatch)
    person_id = await portal.person()
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        anna = await an_operator(work, portal.territory.office_id, (Role.SOCIAL_WORKER,), names="Anna Prova")
    rosa = a_citizen(portal.territory, person_id)
    async with unit_of_work(rosa, bind=portal.connection) as work:
        application_id = (await a_submitted_application(work, rosa)).id
    await everything_that_follows()
    return Written(portal, everything_that_follows, rosa, await portal.signed_in(), anna, application_id)
