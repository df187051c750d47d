"""A second version of a service leaves the pages of what was sent with the first as they were, byte by byte."""

from collections.abc import Awaitable, Callable

import pytest

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.seeds.forms import rent
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.platform.work import unit_of_work
from tests.portal.conftest import Portal
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM, a_citizen
from tests.support.html import main_of
from tests.support.stage.cheap import print_cheaply


async def test_the_citizens_pages_of_what_was_sent_stay_as_they_were(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, everything_that_follows: Callable[[], Awaitable[int]]
) -> None:
    print_cheaply(monkeypatch)
    rosa = a_citizen(portal.territory, await portal.person())
    async with unit_of_work(rosa, bind=portal.connection) as work:
        application_id = (await a_submitted_application(work, rosa)).id
    await everything_that_follows()
    browser = await portal.signed_in()
    places = ("/domande", f"/domande/{application_id}", f"/domande/{application_id}/ricevuta")
    before = [main_of(await browser.open(place)) for place in places]
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        second = PublishService(
            ente_id=portal.territory.ambito_id, slug=HOME_CARE, card=rent.card(), form=rent.form(), term_days=60
        )
        await publish_service(work, SYSTEM, second)
    assert "Aiuto per l'affitto" in (await browser.open(f"/servizi/{HOME_CARE}")).heading
    assert [main_of(await browser.open(place)) for place in places] == before
