"""Rosa has applied for home care, and writes with the office."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

import domain.correspondence.reactions
import domain.intake.reactions  # noqa: F401 - they register themselves
from domain import worker
from domain.correspondence import jobs as correspondence_jobs
from domain.correspondence.queries.conversations.conversation import MessageRow, messages_of
from domain.documents import jobs as documents_jobs
from domain.intake import jobs as intake_jobs
from domain.intake.actions.conversation.write_about_application import WriteAboutApplication, write_about_application
from domain.intake.queries.conversation.application_conversation import application_conversation
from domain.kernel.actor import Citizen, Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.domain.intake.conftest import Scene
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, an_operator


@dataclass(frozen=True)
class Talk:
    """The application, Rosa, and Anna at the office."""

    scene: Scene
    application_id: UUID
    anna: Operator
    follow: Callable[[], Awaitable[int]]

    @property
    def rosa(self) -> Citizen:
        """Who has applied."""
        return self.scene.rosa

    async def says(self, actor: Citizen | Operator, text: str = "Quando mi rispondete?", **more: Any) -> UUID:
        """A message of ``actor``, and what follows."""
        async with unit_of_work(actor, bind=self.scene.connection) as work:
            command = WriteAboutApplication(application_id=self.application_id, text=text, **more)
            message_id = await write_about_application(work, actor, command)
        await self.follow()
        return message_id

    async def read_by(self, actor: Citizen | Operator) -> list[MessageRow]:
        """The messages as ``actor`` finds them, the latest first."""
        async with unit_of_work(actor, read_only=True, bind=self.scene.connection) as work:
            found = await application_conversation(work, actor, self.application_id)
            if found.conversation is None:
                return []
            return list((await messages_of(work, actor, found.conversation.id)).items)

    async def conversation_id(self) -> UUID:
        """The conversation that there is."""
        async with unit_of_work(self.anna, read_only=True, bind=self.scene.connection) as work:
            found = await application_conversation(work, self.anna, self.application_id)
        assert found.conversation is not None
        return found.conversation.id


@pytest.fixture
async def talk(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Callable[[], Awaitable[int]]
) -> Talk:
    """Nobody has written yet."""
    for jobs in (correspondence_jobs.JOBS, documents_jobs.JOBS, intake_jobs.JOBS):
        for name, job in jobs.items():
            monkeypatch.setitem(worker.JOBS, name, job)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        anna = await an_operator(work, scene.territory.office_id, (Role.SOCIAL_WORKER,), names="Anna Prova")
    async with unit_of_work(scene.rosa, bind=scene.connection) as work:
        application_id = (await a_submitted_application(work, scene.rosa)).id
    await everything_that_follows()
    return Talk(scene, application_id, anna, everything_that_follows)
