"""Coming in, staying, going out."""

import base64
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.html import Browser


@pytest.mark.parametrize("next_path", ["//altri.example", "https://altri.example", "/\\altri.example", "/accedi", ""])
async def test_nobody_is_sent_to_another_site(rosa: Browser, next_path: str) -> None:
    page = await rosa.open(f"/accedi?next={next_path}")
    assert page.answer.url.host == "prova.test"
    assert page.path == "/area-personale"


async def test_without_a_provider_the_page_says_so(visitor: Browser) -> None:
    page = await visitor.open("/accedi")
    assert "non si può entrare online" in page.text
    assert page.soup.select_one("button.ss-sign-in") is None


async def test_going_out_ends_the_session_for_good(rosa: Browser) -> None:
    token = rosa.client.cookies["portal"]
    page = await rosa.open("/area-personale")
    out = await rosa.send(page.form("Esci"))
    assert out.heading == "Sei uscito"
    rosa.client.cookies.clear()
    rosa.client.cookies.set("portal", token, domain="prova.test")
    assert (await rosa.open("/area-personale")).path == "/accedi"


async def test_the_session_lasts_when_asked(rosa: Browser, visitor: Browser) -> None:
    page = await rosa.open("/area-personale")
    token = str(page.form("Esci").fields["_csrf_token"])
    kept = await rosa.client.post("/sessione", headers={"x-csrf-token": token})
    assert kept.status_code == 204
    assert page.one("#session-dialog")["data-extend-url"] == "/sessione"


async def test_a_form_without_its_token_is_refused(rosa: Browser) -> None:
    await rosa.open("/area-personale")
    assert (await rosa.client.post("/uscita")).status_code == 403


async def test_an_ended_session_leads_back_to_where_one_was(visitor: Browser) -> None:
    page = await visitor.open("/sessione-scaduta?next=/domande")
    way = urlsplit(page.link("Entra di nuovo"))
    assert (way.path, parse_qs(way.query)) == ("/accedi", {"next": ["/domande"]})


async def test_an_unknown_token_is_nobody(visitor: Browser) -> None:
    visitor.client.cookies.set("portal", base64.b64encode(b"x" * 32).decode(), domain="prova.test")
    assert (await visitor.open("/domande")).path == "/accedi"
