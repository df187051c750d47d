"""The services: found by people's own words, with a card as Designers Italia wants it."""

import json

from domain.catalogue.actions.publish_service import PublishService, publish_service
from domain.catalogue.seeds.forms.money import card as money_help_card
from domain.catalogue.seeds.starting_services import MONEY_HELP, SERVICES
from domain.platform.work import unit_of_work
from tests.portal.conftest import Portal
from tests.support.given import SYSTEM
from tests.support.html import Browser
from tests.support.questions import Questions

HOME_CARE = "/servizi/assistenza-domiciliare"
SECTIONS = [
    "A chi è rivolto",
    "Come fare",
    "Cosa serve",
    "Cosa si ottiene",
    "Tempi e scadenze",
    "Quanto costa",
    "Accedi al servizio",
    "Condizioni di servizio",
    "Contatti",
]
HOOKS = {
    "service-title",
    "service-description",
    "service-status",
    "service-topic",
    "breadcrumb",
    "page-index",
    "service-addressed",
    "service-how-to",
    "service-needed",
    "service-achieved",
    "service-calendar-text",
    "service-calendar-list",
    "service-generic-access",
    "service-booking-access",
    "service-online-access",
    "service-file",
    "service-area",
    "metatag",
}


async def test_the_list_shows_every_service(visitor: Browser, questions: Questions) -> None:
    await visitor.open("/servizi")  # the surroundings are remembered for some seconds
    with questions(at_most=2):
        page = await visitor.open("/servizi")
    assert page.status == 200
    assert len(page.soup.select("article.ss-item")) == len(SERVICES)


async def test_a_search_finds_by_what_people_type(visitor: Browser) -> None:
    page = await visitor.open("/servizi?q=domiciliare")
    assert "/servizi/assistenza-domiciliare" in str(page.soup.find(id="results"))
    assert page.labelled("Cosa cerchi?")["value"] == "domiciliare"


async def test_a_search_without_results_shows_a_way_on(visitor: Browser) -> None:
    page = await visitor.open("/servizi?q=xyzzyqwk")
    assert "Non abbiamo trovato niente" in page.text
    assert page.link("Vedi tutti i servizi") == "/servizi"


async def test_the_card_has_every_hook_and_the_sections_in_order(visitor: Browser, questions: Questions) -> None:
    await visitor.open("/")
    with questions(at_most=4):
        page = await visitor.open(HOME_CARE)
    assert {str(tag["data-element"]) for tag in page.soup.select("[data-element]")} >= HOOKS
    assert [h.get_text() for h in page.soup.select("main h2.h4[id]") if h["id"] != "rating-title"] == SECTIONS


async def test_the_card_tells_machines_what_it_is(visitor: Browser) -> None:
    page = await visitor.open(HOME_CARE)
    told = json.loads(page.one("script[data-element=metatag]").get_text())
    assert told["@type"] == "GovernmentService"
    assert told["name"] == page.heading
    assert told["availableChannel"]["serviceUrl"].endswith(HOME_CARE)


async def test_from_the_card_one_signs_in_into_the_service(visitor: Browser) -> None:
    page = await visitor.open((await visitor.open(HOME_CARE)).link("Fai la domanda online"))
    assert page.path == "/accedi"
    assert page.soup.find("input", {"name": "next"}) is None, "no provider is configured in tests"
    assert "/domande/nuova/assistenza-domiciliare" in str(page.answer.url)


async def test_a_service_of_the_desk_sends_people_to_the_desk(visitor: Browser, portal: Portal) -> None:
    of_the_desk = PublishService(
        ente_id=portal.territory.ambito_id, slug=MONEY_HELP, card=money_help_card(), is_online=False
    )
    async with unit_of_work(SYSTEM, bind=portal.connection) as work:
        await publish_service(work, SYSTEM, of_the_desk)
    page = await visitor.open("/servizi/contributo-economico")
    assert "Fai la domanda online" not in page.text
    assert page.one("[data-element=service-generic-access]")["href"] == "/prenota"


async def test_a_service_that_is_not_there_is_not_found(visitor: Browser) -> None:
    assert (await visitor.open("/servizi/non-esiste")).status == 404


async def test_a_rating_is_kept_and_thanked(visitor: Browser, portal: Portal) -> None:
    page = await visitor.open(HOME_CARE)
    thanks = await visitor.send(
        page.form("Invia la valutazione").fill({"rating": "5", "liked": "1", "details": "Bene"})
    )
    assert thanks.heading.startswith("Grazie")


async def test_stars_that_do_not_exist_are_thanked_and_not_kept(visitor: Browser) -> None:
    page = await visitor.open(HOME_CARE)
    thanks = await visitor.send(page.form("Invia la valutazione").fill({"rating": "9"}))
    assert thanks.status == 200
