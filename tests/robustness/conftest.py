"""A citizen with a filled application in a database where everything is really committed."""

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
from tests.support.committed import swept
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory

EMAIL = "rosa@prova.example"


@dataclass(frozen=True)
class Applicant:
    """Rosa, whose application is filled in and not yet sent."""

    territory: Territory
    citizen: Citizen
    application_id: UUID
    portal: str


@pytest.fixture
async def applicant(engine: AsyncEngine, database_url_owner: str) -> AsyncIterator[Applicant]:
    """Rosa in a territory of her own; all of it is swept away afterwards."""
    async with swept(database_url_owner):
        async with unit_of_work(SYSTEM, bind=engine) as work:
            territory = await a_territory(work)
            rosa = a_citizen(territory, await a_person(work, territory))
            contact = RecordContact(person_id=rosa.person_id, kind=ContactKind.EMAIL, value=EMAIL)
            await record_contact(work, SYSTEM, contact)
            await home_care_is_published(work, territory.comune_id)
            slug = (await ente(work, territory.comune_id)).slug
        async with unit_of_work(rosa, bind=engine) as work:
            draft = await a_filled_draft(work, rosa)
        yield Applicant(territory, rosa, draft.id, slug)
