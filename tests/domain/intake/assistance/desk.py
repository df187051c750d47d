"""Applications filled in at the desk, and the screens on which people follow, for tests."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.assistance.open_screen import open_screen
from domain.intake.actions.assistance.show_to_person import ShowToPerson, show_to_person
from domain.intake.actions.assistance.start_at_desk import StartAtDesk, start_at_desk
from domain.intake.queries.assistance.desk_screen import desk_screen
from domain.intake.queries.assistance.screen_session import screen_session
from domain.intake.terms import Channel, Recognition
from domain.kernel.actor import Companion, Operator
from domain.platform.work import UnitOfWork, unit_of_work
from tests.support.applications import ANSWERS
from tests.support.given import SYSTEM

SEEN = {"document_kind": "residence_permit", "document_number": "I1234567", "document_expires_on": date(2099, 1, 1)}


async def a_desk_draft(work: UnitOfWork, operator: Operator, person_id: UUID, **facts: Any) -> UUID:
    """A draft for home care, begun with the person; the operator has seen a document."""
    facts = {"channel": Channel.DESK, "way": Recognition.DOCUMENT, "service_slug": HOME_CARE} | SEEN | facts
    return (await start_at_desk(work, operator, StartAtDesk(person_id=person_id, **facts))).id


async def answered_at_desk(work: UnitOfWork, operator: Operator, application_id: UUID, *steps: str) -> None:
    """The operator answers the steps, or all of them, as the person says."""
    for key in steps or tuple(ANSWERS):
        values = dict(ANSWERS[key])
        if "codice_fiscale" in values:
            values.pop("codice_fiscale")
        saved = await answer_step(
            work, operator, AnswerStep(application_id=application_id, step_key=key, values=values)
        )
        assert saved.problems == {}, (key, saved.problems)


@dataclass(frozen=True)
class Desk:
    """An operator with a person, and what the person's screen is."""

    connection: AsyncConnection
    operator: Operator
    application_id: UUID

    async def shows(self, step_key: str) -> str:
        """The operator shows a step: the token of the link that waits."""
        async with unit_of_work(self.operator, bind=self.connection) as work:
            command = ShowToPerson(application_id=self.application_id, step_key=step_key)
            await show_to_person(work, self.operator, command)
        async with unit_of_work(self.operator, read_only=True, bind=self.connection) as work:
            screen = await desk_screen(work, self.operator, self.application_id)
        return (screen.address or "").rpartition("/")[2]

    async def opened(self, token: str) -> str:
        """Somebody opens the link: the token of their browser."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await open_screen(work, SYSTEM, token)

    async def follows(self, browser_token: str) -> Companion | None:
        """Who follows with this browser now."""
        async with unit_of_work(SYSTEM, read_only=True, bind=self.connection) as work:
            return await screen_session(work, SYSTEM, browser_token)

    async def companion(self, step_key: str) -> Companion:
        """The person follows the step."""
        found = await self.follows(await self.opened(await self.shows(step_key)))
        assert found is not None
        return found
