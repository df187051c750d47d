"""Rosa at the portal, with an application that the office examines."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from domain.intake.actions.examination.request_integration import AskedItem, RequestIntegration, request_integration
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.actions.moving.fire_transition import FireTransition, fire_transition
from domain.procedure.queries.proceeding_of import ProceedingSheet, proceeding_of
from tests.portal.conftest import Portal
from tests.support.given import SYSTEM, an_operator
from tests.support.html import Browser
from tests.support.stage import fixtures
from tests.support.stage.cheap import print_cheaply
from tests.support.stage.on_offer import rosa_is_examined
from tests.support.stage.stages import Stage


@dataclass(frozen=True)
class Examined:
    """The application, who asks, who examines, and who heads the office."""

    portal: Portal
    follow: Callable[[], Awaitable[int]]
    rosa: Citizen
    browser: Browser
    head: Operator
    application_id: UUID

    @property
    def path(self) -> str:
        """The page of the application."""
        return f"/domande/{self.application_id}"

    async def standing(self) -> ProceedingSheet:
        """Where it stands, as Rosa sees it."""
        async with unit_of_work(self.rosa, read_only=True, bind=self.portal.connection) as work:
            return await proceeding_of(work, self.rosa, self.application_id)

    async def moved(self, *transitions: str, **fields: Any) -> None:
        """The head makes the steps, one after the other."""
        for transition in transitions:
            found = await self.standing()
            async with unit_of_work(self.head, bind=self.portal.connection) as work:
                command = FireTransition(proceeding_id=found.id, transition=transition, fields=fields)
                await fire_transition(work, self.head, command)
            await self.follow()

    async def asked(self, *items: AskedItem) -> None:
        """The office asks for what is missing."""
        await self.moved("start_check")
        async with unit_of_work(self.head, bind=self.portal.connection) as work:
            command = RequestIntegration(
                application_id=self.application_id,
                transition="request_integration",
                items=items,
                fields={"missing": "Manca qualcosa."},
            )
            await request_integration(work, self.head, command)
        await self.follow()


standing = fixtures.standing_on(rosa_is_examined)


@pytest.fixture
async def examined(
    portal: Portal, stage: Stage, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Callable[[], Awaitable[int]]
) -> Examined:
    """Rosa has applied for home care where the procedures are published."""
    print_cheaply(monkeypatch)
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        head = await an_operator(work, portal.territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")
    rosa, application_id = stage.built.rosa, stage.built.application_id
    return Examined(portal, everything_that_follows, rosa, await portal.signed_in(), head, application_id)
