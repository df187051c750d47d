"""Which ente answers on a host, which enti belong together, which office is competent."""

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Visitor
from domain.kernel.refusals import NotFound
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.queries.competent_office import competent_office
from domain.organization.queries.enti import ente, family_of, portal_of, reach_of
from domain.organization.queries.office_names import office_names
from domain.organization.queries.offices import offices_of
from domain.organization.terms import EnteKind
from domain.platform.work import unit_of_work
from tests.support import given
from tests.support.given import SYSTEM


async def test_the_portal_of_a_host_and_of_nobodys_host(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await given.a_territory(work)
        await open_ente(
            work,
            SYSTEM,
            OpenEnte(
                kind=EnteKind.COMUNE,
                name="Con host",
                slug="con-host",
                host="sociale.example",
                ambito_id=territory.ambito_id,
            ),
        )
        claimed = await portal_of(work, "sociale.example", "con-host")
        other = await portal_of(work, "altro.example", (await ente(work, territory.ambito_id)).slug)
        with pytest.raises(NotFound):
            await portal_of(work, "altro.example", "nessuno")
    assert claimed.ente.name == "Con host"
    assert other.ente.id == territory.ambito_id
    assert claimed.family == other.family
    assert claimed.family[0] == territory.ambito_id
    assert set(territory.family) < set(claimed.family)


async def test_an_ambito_reaches_its_comuni_and_a_comune_itself(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory, elsewhere = await given.a_territory(work), await given.a_territory(work)
        assert set(await reach_of(work, territory.ambito_id)) == set(territory.family)
        assert await reach_of(work, territory.comune_id) == (territory.comune_id,)
        assert set(await family_of(work, territory.comune_id)) == set(territory.family)
    async with unit_of_work(Visitor(territory.family), read_only=True, bind=connection) as work:
        with pytest.raises(NotFound):
            await ente(work, elsewhere.ambito_id)


async def test_who_receives_applications(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await given.a_territory(work)
        own, ambito = (
            await competent_office(work, territory.comune_id),
            await competent_office(work, territory.neighbour_id),
        )
        nobody = await open_ente(work, SYSTEM, OpenEnte(kind=EnteKind.COMUNE, name="Solo", slug="solo"))
        assert await competent_office(work, nobody) is None
    assert own is not None
    assert ambito is not None
    assert (own.id, ambito.id) == (territory.office_id, territory.ambito_office_id)


async def test_anybody_of_the_ambito_finds_its_offices(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await given.a_territory(work)
    visitor = Visitor(territory.family)
    async with unit_of_work(visitor, read_only=True, bind=connection) as work:
        found = await offices_of(work, visitor, territory.comune_id)
        named = await office_names(work, [territory.office_id])
    assert [row.id for row in found] == [territory.office_id]
    assert named[territory.office_id].name == found[0].name
    async with unit_of_work(Visitor(), read_only=True, bind=connection) as work:
        assert await office_names(work, [territory.office_id]) == {}
