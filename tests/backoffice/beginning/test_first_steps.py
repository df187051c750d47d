"""A new ente tells its administrator what it still lacks, and stops when nothing is."""

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.seeds.home_care_card import home_care_card
from domain.kernel.roles import Role
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.terms import EnteKind
from domain.platform.work import unit_of_work
from domain.procedure.seeds.starting_procedures import publish_starting_procedures
from tests.backoffice.conftest import Office
from tests.support.given import SYSTEM, an_office, an_operator
from tests.support.html import Page

TODO = "da fare"


def to_do(page: Page) -> list[str]:
    steps = page.soup.select("#first_steps li")
    return [" ".join(str(one.a and one.a["href"]).split()) for one in steps if TODO in one.get_text()]


async def test_an_empty_ente_is_told_its_four_steps_one_by_one_until_none_is_left(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        ente_id = await open_ente(work, SYSTEM, OpenEnte(kind=EnteKind.COMUNE, name="Vuoto", slug="vuoto"))
        first = await an_office(work, ente_id)
    browser = await office.at_work(Role.ENTE_ADMIN, office_id=first)
    desk = await browser.open("/")
    assert "Primi passi" in desk.text
    assert to_do(desk) == ["/uffici/nuovo", "/operatori/nuovo", "/procedimenti", "/servizi"]
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        desk_id = await an_office(work, ente_id, is_receiving_applications=True)
        await an_operator(work, desk_id, [Role.DESK_OPERATOR], names="Bruno Prova")
    assert to_do(await browser.open("/scrivania")) == ["/procedimenti", "/servizi"]
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await publish_starting_procedures(work, SYSTEM, ente_id)
    assert to_do(await browser.open("/scrivania")) == ["/servizi"]
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await publish_service(work, SYSTEM, PublishService(ente_id=ente_id, slug="aiuto", card=home_care_card()))
    assert "Primi passi" not in (await browser.open("/scrivania")).text


async def test_what_the_ambito_has_done_counts_for_its_comuni_and_only_administrators_are_told(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await publish_starting_procedures(work, SYSTEM, office.territory.ambito_id)
    neighbour = office.territory.neighbour_office_id
    admin = await office.at_work(Role.ENTE_ADMIN, office_id=neighbour)
    told = await admin.open("/scrivania")
    assert to_do(told) == ["/uffici/nuovo", "/operatori/nuovo"]
    assert "Per ora si chiedono i servizi dell'ambito." in told.text
    worker = await office.at_work(Role.SOCIAL_WORKER, office_id=neighbour, names="Carla Prova")
    assert "Primi passi" not in (await worker.open("/scrivania")).text


async def test_a_body_of_the_third_sector_has_nothing_to_publish_and_no_first_steps(office: Office) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        body = OpenEnte(kind=EnteKind.THIRD_SECTOR, name="Ponte", slug="ponte", ambito_id=office.territory.ambito_id)
        place = await an_office(work, await open_ente(work, SYSTEM, body))
    admin = await office.at_work(Role.ENTE_ADMIN, office_id=place)
    assert "Primi passi" not in (await admin.open("/scrivania")).text
