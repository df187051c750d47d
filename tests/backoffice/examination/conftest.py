"""An office that examines: the procedures are published, and Rosa has applied."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from domain.kernel.actor import Citizen
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.procedure.queries.proceeding_of import ProceedingSheet, proceeding_of
from tests.backoffice.conftest import Office
from tests.support.html import Browser, Page
from tests.support.stage import fixtures
from tests.support.stage.on_offer import rosa_is_examined
from tests.support.stage.stages import Stage


@dataclass(frozen=True)
class Examined:
    """Rosa's application on the desk of the office."""

    office: Office
    rosa: Citizen
    application_id: UUID

    @property
    def path(self) -> str:
        """The page of the application."""
        return f"/domande/{self.application_id}"

    async def clerk(self, names: str = "Ada Mani") -> Browser:
        """Who examines, and has no visa to give."""
        return await self.office.at_work(Role.ADMIN_CLERK, names=names)

    async def head(self) -> Browser:
        """Who heads the office."""
        return await self.office.at_work(Role.OFFICE_HEAD, names="Carla Capo")

    async def makes(self, browser: Browser, transition: str, **typed: str) -> Page:
        """The step, made on its page; what follows has happened."""
        page = await browser.open(f"{self.path}/passaggi/{transition}")
        words = "Chiedi il visto" if "Chiedi il visto" in page.text else "Conferma il passaggio"
        form = page.form(words).fill({f"answer.{key}": value for key, value in typed.items()})
        answer = await browser.send(form)
        await self.office.follow()
        return answer

    async def to_examination(self, browser: Browser) -> None:
        """Checked, and on to the examination."""
        for transition in ("start_check", "start_examination"):
            await self.makes(browser, transition)

    async def standing(self) -> ProceedingSheet:
        """Where it stands, as Rosa sees it."""
        async with unit_of_work(self.rosa, read_only=True, bind=self.office.connection) as work:
            return await proceeding_of(work, self.rosa, self.application_id)


standing = fixtures.standing_on(rosa_is_examined)


@pytest.fixture
def examined(office: Office, stage: Stage) -> Examined:
    """Rosa has applied for home care where the procedures are published."""
    return Examined(office, stage.built.rosa, stage.built.application_id)
