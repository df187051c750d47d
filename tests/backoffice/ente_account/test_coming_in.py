"""Coming in with the account of the ente, and the roles of its groups."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from domain.kernel.clock import as_of, utcnow
from tests.backoffice.conftest import Office
from tests.backoffice.ente_account.conftest import enter, is_outside, leave, sara, set_up
from tests.support.outside.ente_provider import ABSENT, EnteIdp
from tests.support.personas import ROSA


async def test_an_operator_of_the_group_comes_in_with_its_role(office: Office, idp: EnteIdp) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"] = ["assistenti", "altro"]
    browser = office.browser()
    page = await enter(browser, idp)
    assert (page.status, page.path) == (200, "/scrivania")
    assert "Sara Nuova" in page.answer.text
    assert (await browser.open("/operatori")).status == 403


async def test_the_request_carries_everything_that_protects_it(office: Office, idp: EnteIdp) -> None:
    await set_up(office)
    query = parse_qs(urlsplit(await leave(office.browser())).query)
    assert query["code_challenge_method"] == ["S256"]
    assert query["response_type"] == ["code"]
    assert len(query["state"][0]) > 40
    assert len(query["nonce"][0]) > 40
    assert query["redirect_uri"][0].endswith("/ritorno")


async def test_the_role_is_of_the_day_and_goes_with_the_group(office: Office, idp: EnteIdp) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"] = ["assistenti"]
    browser = office.browser()
    await enter(browser, idp)
    assert not await is_outside(browser)
    idp.claims["groups"] = []
    page = await enter(office.browser(), idp)
    assert page.status == 403
    assert "Oggi non hai un ruolo" in page.text
    idp.claims["groups"] = ["assistenti"]
    again = office.browser()
    await enter(again, idp)
    with as_of(utcnow() + timedelta(days=1)):
        assert await is_outside(again)
        assert (await enter(again, idp)).path == "/scrivania"


async def test_a_group_that_nobody_has_written_down_gives_nothing(office: Office, idp: EnteIdp) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"] = ["ente_admin", "ambito_admin", "social_worker", "ASSISTENTI"]
    assert (await enter(office.browser(), idp)).status == 403


async def test_the_codice_fiscale_counts_where_the_provider_tells_it(office: Office, idp: EnteIdp) -> None:
    await sara(office, codice_fiscale=ROSA.codice_fiscale)
    await set_up(office, codice_fiscale_claim="cf")
    idp.claims |= {"groups": ["assistenti"], "email": ABSENT, "cf": ROSA.codice_fiscale.lower()}
    assert (await enter(office.browser(), idp)).path == "/scrivania"
