"""Citizens with filled applications in a database where everything is really committed."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.kernel.actor import Citizen
from domain.organization.queries.enti import ente
from domain.platform.work import unit_of_work
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.terms import ContactKind
from tests.support.applications import a_filled_draft, home_care_is_published
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory
from tests.support.personas import ROSA, Persona


@dataclass(frozen=True)
class Applicant:
    """Somebody whose application is filled in and not yet sent."""

    citizen: Citizen
    application_id: UUID


@dataclass(frozen=True)
class Place:
    """A territory that offers home care, on the portal of the ente whose slug is ``portal``."""

    engine: AsyncEngine
    territory: Territory
    portal: str

    async def applicant(self, persona: Persona = ROSA) -> Applicant:
        """The persona, with an e-mail address and a filled application."""
        async with unit_of_work(SYSTEM, bind=self.engine) as work:
            citizen = a_citizen(self.territory, await a_person(work, self.territory, persona))
            address = f"{persona.codice_fiscale.lower()}@prova.example"
            contact = RecordContact(person_id=citizen.person_id, kind=ContactKind.EMAIL, value=address)
            await record_contact(work, SYSTEM, contact)
        async with unit_of_work(citizen, bind=self.engine) as work:
            return Applicant(citizen, (await a_filled_draft(work, citizen)).id)


@pytest.fixture
async def place(engine: AsyncEngine, database_url_owner: str) -> AsyncIterator[Place]:
    """A place of its own; all that happens in it is swept away afterwards."""
    async with swept(database_url_owner):
        async with unit_of_work(SYSTEM, bind=engine) as work:
            territory = await a_territory(work)
            await home_care_is_published(work, territory.comune_id)
            slug = (await ente(work, territory.comune_id)).slug
        yield Place(engine, territory, slug)
