"""A territory whose ambito offers services: where most tests of the two sites begin."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.seeds.starting_services import publish_starting_services
from domain.kernel.actor import Citizen
from domain.organization.queries.enti import ente
from domain.platform.work import unit_of_work
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory
from tests.support.queue import drain
from tests.support.stage.cheap import print_cheaply


@dataclass(frozen=True)
class OnOffer:
    """The territory, and the name by which its portal is called."""

    territory: Territory
    slug: str


async def services_on_offer(connection: AsyncConnection) -> OnOffer:
    """A new territory with the services with which an ente starts."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await publish_starting_services(work, SYSTEM, territory.ambito_id)
        return OnOffer(territory, (await ente(work, territory.comune_id)).slug)


@dataclass(frozen=True)
class Applied(OnOffer):
    """Rosa has applied for home care, and everything has followed."""

    rosa: Citizen
    application_id: UUID


async def rosa_has_applied(connection: AsyncConnection) -> Applied:
    """An application of Rosa's, with its receipt and its case."""
    on_offer = await services_on_offer(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        rosa = a_citizen(on_offer.territory, await a_person(work, on_offer.territory))
    return await applied(connection, on_offer, rosa)


async def rosa_is_examined(connection: AsyncConnection) -> Applied:
    """The same where the procedures are published, so that the application follows one."""
    on_offer = await services_on_offer(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await publish_starting_procedures(work, SYSTEM, on_offer.territory.ambito_id)
        rosa = a_citizen(on_offer.territory, await a_person(work, on_offer.territory))
    return await applied(connection, on_offer, rosa)


async def applied(connection: AsyncConnection, on_offer: OnOffer, rosa: Citizen) -> Applied:
    """Rosa applies for home care; what follows has happened."""
    async with unit_of_work(rosa, bind=connection) as work:
        application_id = (await a_submitted_application(work, rosa)).id
    with pytest.MonkeyPatch.context() as patch:
        print_cheaply(patch)
        await drain(connection)
    return Applied(on_offer.territory, on_offer.slug, rosa, application_id)
