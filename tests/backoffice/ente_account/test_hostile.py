"""Everything that must not come in with the account of an ente."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from domain.kernel.clock import utcnow
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.actions.set_operator_enabled import set_operator_enabled
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.backoffice.ente_account.conftest import EMAIL, enter, is_outside, leave, sara, set_up
from tests.support.given import SYSTEM
from tests.support.outside.ente_provider import ABSENT, CLIENT_ID, CLIENT_SECRET, ISSUER, EnteIdp, signer
from tests.support.personas import ROSA

HOSTILE: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://login.altri.example.it/realms/uffici"},
    "another audience": {"aud": "altro"},
    "a further audience": {"aud": [CLIENT_ID, "altro"]},
    "no audience": {"aud": ABSENT},
    "another party": {"azp": "altro"},
    "another nonce": {"nonce": "x" * 43},
    "no nonce": {"nonce": ABSENT},
    "expired": {"exp": 1},
    "never ends": {"exp": ABSENT},
    "from the future": {"iat": int(utcnow().timestamp()) + 3600, "exp": int(utcnow().timestamp()) + 7200},
    "no instant": {"iat": ABSENT},
    "another access token": {"at_hash": "x" * 22},
    "no subject": {"sub": ABSENT},
    "an e-mail not verified": {"email_verified": False},
    "an e-mail of which nothing is said": {"email_verified": ABSENT},
    "an e-mail verified in words": {"email_verified": "true"},
    "an e-mail of nobody": {"email": "nessuno@comune.example"},
    "a list of e-mails": {"email": [EMAIL]},
    "groups as a text": {"groups": "assistenti"},
}


@pytest.mark.parametrize("case", HOSTILE)
async def test_a_hostile_token_opens_nothing(office: Office, idp: EnteIdp, case: str) -> None:
    await sara(office)
    await set_up(office)
    idp.claims |= {"groups": ["assistenti"]} | HOSTILE[case]
    browser = office.browser()
    assert (await enter(browser, idp)).status == 403
    assert await is_outside(browser)


@pytest.mark.parametrize(
    ("algorithm", "key"),
    [("none", None), ("HS256", CLIENT_SECRET), ("HS256", "n"), ("RS512", None), ("RS256", "stranger")],
)
async def test_another_algorithm_or_key_opens_nothing(
    office: Office, idp: EnteIdp, algorithm: str, key: str | None
) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"], idp.algorithm = ["assistenti"], algorithm
    if key:
        idp.key = {"stranger": signer("stranger"), "n": signer()["n"]}.get(key, key)
    assert (await enter(office.browser(), idp)).status == 403


@pytest.mark.parametrize("header", [{"jku": "https://x.example"}, {"crit": ["x"]}, {"kid": "other"}, {"typ": "at+jwt"}])
async def test_a_hostile_header_opens_nothing(office: Office, idp: EnteIdp, header: dict[str, Any]) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"], idp.header = ["assistenti"], header
    assert (await enter(office.browser(), idp)).status == 403


@pytest.mark.parametrize(
    "changes",
    [{"iss": "https://login.altri.example.it"}, {"iss": ABSENT}, {"state": "x" * 43}, {"state": ABSENT}, {"code": "x"}],
)
async def test_an_answer_that_is_not_the_asked_one_opens_nothing(
    office: Office, idp: EnteIdp, changes: dict[str, Any]
) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"] = ["assistenti"]
    browser = office.browser()
    assert (await enter(browser, idp, **changes)).status == 403
    assert await is_outside(browser)


async def test_an_answer_counts_once_in_one_browser_and_at_one_address(office: Office, idp: EnteIdp) -> None:
    await sara(office)
    await set_up(office)
    idp.claims["groups"] = ["assistenti"]
    browser, thief = office.browser(), office.browser()
    address = await leave(browser)
    path = urlsplit(parse_qs(urlsplit(address).query)["redirect_uri"][0]).path
    query = idp.come_back(address)
    assert (await thief.open(f"{path}?{query}")).status == 403
    other = path.replace(path.split("/")[3], "00000000-0000-0000-0000-000000000001")
    assert (await browser.open(f"{other}?{query}")).status == 403
    assert (await browser.open(f"{path}?{query}")).status == 403  # it was used up at the wrong address
    again = await leave(browser)
    assert (await browser.open(f"{path}?{idp.come_back(again)}")).path == "/scrivania"
    assert (await browser.open(f"{path}?{query}")).status == 403


async def test_an_operator_of_another_ente_stays_outside(office: Office, idp: EnteIdp) -> None:
    await sara(office, ente_id=office.territory.neighbour_id)
    await set_up(office)
    idp.claims["groups"] = ["assistenti"]
    page = await enter(office.browser(), idp)
    assert page.status == 403
    assert "Nessun operatore entra con questa identità" in page.text


async def test_a_disabled_operator_stays_outside(office: Office, idp: EnteIdp) -> None:
    operator_id = await sara(office)
    await set_up(office)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        await set_operator_enabled(work, SYSTEM, operator_id, is_enabled=False)
    idp.claims["groups"] = ["assistenti"]
    assert (await enter(office.browser(), idp)).status == 403


async def test_a_code_and_an_email_of_two_operators_let_neither_in(office: Office, idp: EnteIdp) -> None:
    await sara(office)
    await set_up(office, codice_fiscale_claim="cf")
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        other = {"given_name": "Altra", "family_name": "Persona", "email": "altra@comune.example"}
        command = RegisterOperator(ente_id=office.territory.comune_id, codice_fiscale=ROSA.codice_fiscale, **other)
        await register_operator(work, SYSTEM, command)
    idp.claims |= {"groups": ["assistenti"], "cf": ROSA.codice_fiscale}
    assert (await enter(office.browser(), idp)).status == 403


@pytest.mark.parametrize(
    "description",
    [
        {"issuer": "https://login.altri.example.it"},
        {"issuer": f"{ISSUER}/"},
        {"token_endpoint": "http://login.comune.example.it/token"},
        {"token_endpoint": "https://169.254.169.254/token"},
        {"jwks_uri": "https://localhost/keys"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": ABSENT},
    ],
)
async def test_a_description_that_is_not_the_pinned_one_leads_nowhere(
    office: Office, idp: EnteIdp, description: dict[str, Any]
) -> None:
    await set_up(office)
    idp.description |= description
    browser = office.browser()
    door = (await browser.open("/accedi")).link("Entra con Uffici")
    assert (await browser.open(door)).status == 403


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_a_provider_in_trouble_is_a_page(office: Office, idp: EnteIdp, status: int) -> None:
    await sara(office)
    await set_up(office)
    idp.wire["/protocol/token"] = httpx.Response(status, json={}, headers={"location": "https://x.example"})
    assert (await enter(office.browser(), idp)).status == 403
