"""A comune, Rosa who lives there, a post office and an SMS gateway."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.correspondence.actions import deliver_letter as delivering
from domain.correspondence.actions import send_letter as sending
from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.kernel.actor import Actor, Operator
from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.messages import PostOffice, a_message, a_post_office, with_contact
from tests.support.outside.sms_gateway import TOKEN, SmsGateway, an_sms_gateway

EMAIL, PHONE = "rosa@prova.example", "333 1234567"
Follow = Callable[[], Awaitable[int]]


@dataclass(frozen=True)
class Scene:
    """Rosa has an e-mail address and a mobile telephone; both ways out are open."""

    connection: AsyncConnection
    territory: Territory
    rosa: UUID
    office: PostOffice
    gateway: SmsGateway
    follow: Follow

    async def set(self, actor: Actor | None = None, **chosen: Any) -> None:
        """Rosa, or ``actor``, says how she is reached."""
        who = actor or a_citizen(self.territory, self.rosa)
        async with unit_of_work(who, bind=self.connection) as work:
            await set_contact_profile(work, who, SetContactProfile(person_id=self.rosa, **chosen))

    async def write(self, **more: Any) -> UUID:
        """The office writes to her."""
        return await a_message(self.connection, self.territory.comune_id, self.rosa, **more)

    async def operator(self, *roles: Role) -> Operator:
        """Somebody of her comune."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await an_operator(work, self.territory.office_id, roles)

    async def waiting(self) -> list[datetime]:
        """When the deliveries that are queued may run."""
        asked = sa.text("SELECT available_at FROM jobs.queue WHERE message->>'actor_name' = 'deliver_letter'")
        return [row.available_at for row in (await self.connection.execute(asked)).all()]


@pytest.fixture
async def scene(
    connection: AsyncConnection, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    """A comune, a post office and an SMS gateway, both real."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        rosa = await a_person(work, territory)
    await with_contact(connection, rosa, email=EMAIL, phone=PHONE)
    async with a_post_office() as (office, smtp_url), an_sms_gateway() as gateway:
        told = {
            "smtp_url": smtp_url,
            "sms_url": gateway.url,
            "sms_token": SecretStr(TOKEN),
            "mail_from": "no@prova.example",
        }
        chosen = settings().model_copy(update=told)
        for module in (delivering, sending):
            monkeypatch.setattr(module, "settings", lambda: chosen)
        yield Scene(connection, territory, rosa, office, gateway, everything_that_follows)
