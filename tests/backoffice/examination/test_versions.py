"""A second version of a service leaves the office's page of what was sent with the first as it was, byte by byte."""

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.seeds.forms import rent
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.platform.work import unit_of_work
from tests.backoffice.examination.conftest import Examined
from tests.support.given import SYSTEM
from tests.support.html import main_of


async def test_the_offices_page_of_what_was_sent_stays_as_it_was(examined: Examined) -> None:
    clerk, office = await examined.clerk(), examined.office
    before = main_of(await clerk.open(examined.path))
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        second = PublishService(
            ente_id=office.territory.ambito_id, slug=HOME_CARE, card=rent.card(), form=rent.form(), term_days=60
        )
        await publish_service(work, SYSTEM, second)
    assert main_of(await clerk.open(examined.path)) == before
