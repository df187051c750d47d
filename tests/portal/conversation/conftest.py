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
from tests.support.given import SYSTEM, an_operator
from tests.support.html import Browser
from tests.support.stage import fixtures
from tests.support.stage.cheap import print_cheaply
from tests.support.stage.on_offer import rosa_has_applied
from tests.support.stage.stages import Stage


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


standing = fixtures.standing_on(rosa_has_applied)


@pytest.fixture
async def written(
    portal: Portal, stage: Stage, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Callable[[], Awaitable[int]]
) -> Written:
    """Nobody has written yet."""
    print_cheaply(monkeypatch)
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        anna = await an_operator(work, portal.territory.office_id, (Role.SOCIAL_WORKER,), names="Anna Prova")
    rosa, application_id = stage.built.rosa, stage.built.application_id
    return Written(portal, everything_that_follows, rosa, await portal.signed_in(), anna, application_id)
