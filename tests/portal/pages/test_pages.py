"""The pages of text, the languages, and the manners of every page."""

import pytest

from domain.platform.settings import settings
from tests.portal.conftest import Portal
from tests.support.html import Browser
from tests.support.personas import FATIMA

TEXTS = ["/aiuto", "/prenota", "/mediazione", "/segnala", "/privacy", "/note-legali", "/accessibilita"]
OPEN = ["/", "/servizi", "/servizi/assistenza-domiciliare", "/accedi", "/uscita", "/sessione-scaduta", *TEXTS]
PERSONAL = [
    "/area-personale",
    "/area-personale/letture",
    "/area-personale/messaggi",
    "/area-personale/come-ti-contattiamo",
    "/domande",
    "/domande/nuova/assistenza-domiciliare",
]
FOOTER = {
    "faq",
    "appointment-booking",
    "report-inefficiency",
    "privacy-policy-link",
    "legal-notes",
    "accessibility-link",
}


@pytest.mark.parametrize("path", OPEN)
async def test_an_open_page_is_whole(visitor: Browser, path: str) -> None:
    page = await visitor.open(path)
    assert page.status == 200
    assert len(page.soup.find_all("h1")) == 1
    assert {str(tag["data-element"]) for tag in page.soup.select("footer [data-element]")} == FOOTER
    assert page.soup.select_one("header [data-element=personal-area-login]") is not None
    assert page.soup.select_one("aside.ss-help a[href='/prenota']") is not None


async def test_every_link_of_the_open_pages_leads_somewhere(visitor: Browser) -> None:
    found: set[str] = set()
    for path in OPEN:
        page = await visitor.open(path)
        found |= {str(link["href"]).partition("#")[0] for link in page.soup.select("a[href^='/']")}
    for path in sorted(found):
        assert (await visitor.open(path)).status == 200, path


@pytest.mark.parametrize("path", PERSONAL)
async def test_a_personal_page_is_not_kept_nor_found_by_search(rosa: Browser, visitor: Browser, path: str) -> None:
    page = await rosa.open(path)
    assert page.status == 200
    assert page.answer.headers["cache-control"] == "no-store"
    assert page.soup.select_one("meta[name=robots][content=noindex]") is not None
    assert "Bellandi" not in page.one("title").get_text()
    assert (await visitor.open(path)).path == "/accedi"


async def test_the_legal_notes_are_as_the_checker_wants_them(visitor: Browser) -> None:
    page = await visitor.open("/note-legali")
    assert page.one("[data-element=legal-notes-section]").get_text() == "Licenza dei contenuti"
    assert "CC-BY 4.0" in page.one("[data-element=legal-notes-body]").get_text()


async def test_a_language_keeps_the_page_and_turns_it(visitor: Browser) -> None:
    page = await visitor.open("/servizi")
    turned = await visitor.open(page.link("العربية"))
    assert turned.path == "/servizi"
    assert (turned.one("html")["lang"], turned.one("html")["dir"]) == ("ar", "rtl")
    assert ".rtl." in str(turned.one("link[rel=stylesheet]")["href"])


async def test_the_language_chosen_now_wins_over_the_saved_one(portal: Portal) -> None:
    await portal.person(FATIMA)
    fatima = await portal.signed_in(FATIMA)
    assert (await fatima.open("/domande")).one("html")["lang"] == "ar"
    assert (await fatima.open("/lingua/en?next=/domande")).one("html")["lang"] == "en"


async def test_a_language_that_is_not_offered_is_not_found(visitor: Browser) -> None:
    assert (await visitor.open("/lingua/xx")).status == 404


async def test_a_language_link_leads_to_no_other_site(visitor: Browser) -> None:
    assert (await visitor.open("/lingua/en?next=//altri.example")).answer.url.host == "prova.test"


async def test_an_address_that_leads_nowhere_is_told_in_the_readers_language(visitor: Browser) -> None:
    page = await visitor.open("/non/esiste", accept_language="ar")
    assert page.status == 404
    assert page.one("html")["dir"] == "rtl"


@pytest.mark.parametrize("path", ["/logo/nessuno", "/logo/" + "0" * 64])
async def test_only_the_logo_of_the_ente_is_served(visitor: Browser, path: str) -> None:
    assert (await visitor.open(path)).status == 404


async def test_the_policy_lets_nothing_else_in(visitor: Browser) -> None:
    answer = (await visitor.open("/")).answer
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "form-action 'self';" in answer.headers["content-security-policy"]
    assert "portal" not in answer.cookies, "nobody gets a session for looking"
    assert settings().portal_url.startswith("http")
