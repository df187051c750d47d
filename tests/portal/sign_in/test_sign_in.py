"""Coming in, staying, going out."""

import base64
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from domain.access.actions import answer_sign_in as answering
from domain.access.actions.answer_sign_in import SignedInCitizen
from domain.access.refusals import sign_in_failed
from domain.platform.settings import settings
from portal.sign_in import answer, controller
from tests.portal.conftest import Portal
from tests.support.html import Browser
from tests.support.journeys import BEGIN
from tests.support.personas import ROSA

PROVIDER = "https://identita.example/authorize?request=x"


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """An identity provider that the settings name; the browser tokens that were sent on with people."""
    asked: list[str] = []

    async def begin(command: controller.BeginSignIn, *, bind: object = None) -> str:
        asked.append(command.browser_token)
        assert command.return_path == BEGIN
        return PROVIDER

    monkeypatch.setattr(settings(), "oidc_provider_file", tmp_path / "provider.json")
    monkeypatch.setattr(controller, "begin_sign_in", begin)
    return asked


async def _leave(visitor: Browser) -> None:
    page = await visitor.open(BEGIN)
    form = page.form("Entra con CIE")
    sent = await visitor.client.post(form.action, data=form.fields, follow_redirects=False)
    assert sent.status_code == 303
    assert sent.headers["location"] == PROVIDER


async def test_the_button_leads_to_the_provider_tied_to_this_browser(visitor: Browser, provider: list[str]) -> None:
    await _leave(visitor)
    assert visitor.client.cookies["accesso"] == provider[0]
    await _leave(visitor)
    assert provider[0] != provider[1]


async def test_the_way_back_opens_a_session_inside_the_service(
    portal: Portal, visitor: Browser, provider: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await portal.person(ROSA)
    token = (await portal.signed_in(ROSA)).client.cookies["portal"]

    async def answered(command: answering.AnswerSignIn, *, bind: object = None) -> SignedInCitizen:
        assert command.browser_token == provider[0]
        assert dict(command.parameters) == {"code": "c", "state": "s"}
        return SignedInCitizen(token, BEGIN)

    monkeypatch.setattr(answer, "answer_sign_in", answered)
    await _leave(visitor)
    page = await visitor.open("/accedi/ritorno?code=c&state=s")
    assert page.path == BEGIN
    assert page.heading == "Prima di iniziare"
    assert "accesso" not in visitor.client.cookies


async def test_a_refused_sign_in_says_why_and_lets_try_again(
    visitor: Browser, provider: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(command: answering.AnswerSignIn, *, bind: object = None) -> SignedInCitizen:
        raise sign_in_failed("cancelled")

    monkeypatch.setattr(answer, "answer_sign_in", refused)
    await _leave(visitor)
    page = await visitor.open("/accedi/ritorno?error=access_denied&state=s")
    assert page.status == 403
    assert "Hai annullato l'accesso" in page.text
    assert page.form("Entra con CIE").fields["next"] == BEGIN


async def test_an_answer_that_nobody_asked_for_is_refused(visitor: Browser) -> None:
    page = await visitor.open("/accedi/ritorno?code=c&state=s")
    assert page.status == 403
    assert page.heading == "Non sei entrato"


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
