"""Coming in with CIE, from the button to the personal area; and everything that must not come in."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
import sqlalchemy as sa

from domain.access.actions.federation import answer_cie_sign_in as answering
from domain.access.gateways.jose_tokens import unverified_claims
from domain.access.gateways.json_web_keys import new_private_key
from domain.platform.settings import settings
from tests.portal.conftest import Portal
from tests.support.cie import ABSENT, LEVEL_TWO, PROVIDER, Cie
from tests.support.html import Browser, Page
from tests.support.personas import ROSA
from tests.support.questions import Questions

LOGIN = "/cie/login?" + urlencode({"op": PROVIDER, "next": "/domande"})


async def leave(browser: Browser, address: str = LOGIN) -> str:
    """The address of the provider to which the browser is sent."""
    sent = await browser.client.get(address, follow_redirects=False)
    assert sent.status_code == 302
    assert sent.headers["cache-control"] == "no-store"
    return sent.headers["location"]


async def sign_in(browser: Browser, cie: Cie, **changes: Any) -> Page:
    return await browser.open(f"/cie/callback?{cie.come_back(await leave(browser), **changes)}")


async def is_outside(browser: Browser) -> bool:
    return (await browser.open("/area-personale")).path == "/accedi"


async def test_the_button_leads_to_the_provider_and_back_to_where_one_was(visitor: Browser, cie: Cie) -> None:
    page = await visitor.open("/accedi?next=/domande")
    address = await leave(visitor, page.link("Entra con CIE"))
    assert address.startswith(f"{PROVIDER}/authorization?")
    back = await visitor.open(f"/cie/callback?{cie.come_back(address)}")
    assert back.path == "/domande"
    assert ROSA.given_name in (await visitor.open("/area-personale")).text
    assert "accesso" not in visitor.client.cookies


async def test_a_post_leads_to_the_provider_too(visitor: Browser, cie: Cie) -> None:
    sent = await visitor.client.post(LOGIN, follow_redirects=False)
    assert sent.status_code == 302


async def test_a_sign_in_asks_nobody_but_the_provider(visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    assert cie.asked == ["op.example.it/cie/token", "op.example.it/cie/userinfo"]


async def test_the_request_is_for_us_and_for_the_level_of_the_settings(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "sign_in_level", 3)
    query = parse_qs(urlsplit(await leave(visitor)).query)
    request = unverified_claims(query["request"][0])
    assert request["acr_values"] == "https://www.spid.gov.it/SpidL3"
    assert request["redirect_uri"] == f"{settings().portal_url}/cie/callback"
    assert request["client_id"] == request["iss"] == query["client_id"][0] == settings().portal_url


@pytest.mark.parametrize("op", ["https://altro.example.it", "https://127.0.0.1", "x" * 5000, "%00"])
async def test_an_unknown_provider_is_not_asked_for(visitor: Browser, cie: Cie, op: str) -> None:
    page = await visitor.open(f"/cie/login?op={op}")
    assert page.status == 404
    assert cie.asked == []


async def test_without_a_name_it_is_the_only_provider(visitor: Browser, cie: Cie) -> None:
    assert (await leave(visitor, "/cie/login")).startswith(PROVIDER)


@pytest.mark.parametrize("next_path", ["//altri.example", "https://altri.example", "/accedi"])
async def test_nobody_is_sent_elsewhere_afterwards(visitor: Browser, cie: Cie, next_path: str) -> None:
    address = await leave(visitor, f"/cie/login?{urlencode({'op': PROVIDER, 'next': next_path})}")
    page = await visitor.open(f"/cie/callback?{cie.come_back(address)}")
    assert page.path == "/area-personale"


@pytest.mark.parametrize(
    ("key_encryption", "content_encryption"),
    [
        ("RSA-OAEP", "A128CBC-HS256"),
        ("RSA-OAEP", "A256CBC-HS512"),
        ("RSA-OAEP-256", "A128CBC-HS256"),
        ("RSA-OAEP-256", "A256CBC-HS512"),
    ],
)
async def test_every_pair_of_the_profile_lets_people_in(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch, key_encryption: str, content_encryption: str
) -> None:
    monkeypatch.setattr(settings(), "userinfo_key_encryption", key_encryption)
    monkeypatch.setattr(settings(), "userinfo_content_encryption", content_encryption)
    assert (await sign_in(visitor, cie)).path == "/domande"


HOSTILE: dict[str, Mapping[str, Any]] = {
    "id_token of another issuer": {"id_token": {"iss": "https://altro.example.it"}},
    "id_token for somebody else": {"id_token": {"aud": "https://altro.example.it"}},
    "id_token for us and somebody else": {"id_token": {"aud": ["http://localhost:8000", "https://altro.example.it"]}},
    "id_token without audience": {"id_token": {"aud": ABSENT}},
    "id_token with another azp": {"id_token": {"azp": "https://altro.example.it"}},
    "id_token with another nonce": {"id_token": {"nonce": "n" * 43}},
    "id_token without nonce": {"id_token": {"nonce": ABSENT}},
    "id_token with another at_hash": {"id_token": {"at_hash": "AAAA"}},
    "id_token without at_hash": {"id_token": {"at_hash": ABSENT}},
    "id_token without level": {"id_token": {"acr": ABSENT}},
    "id_token of an unknown level": {"id_token": {"acr": "https://www.spid.gov.it/SpidL9"}},
    "id_token of a lower level": {"id_token": {"acr": "https://www.spid.gov.it/SpidL1"}},
    "id_token without subject": {"id_token": {"sub": " "}},
    "id_token expired": {"id_token": {"exp": 1}},
    "id_token without exp": {"id_token": {"exp": ABSENT}},
    "id_token from the future": {"id_token": {"iat": 4102444800, "exp": 4102444900}},
    "id_token too old": {"id_token": {"iat": 1000000000}},
    "id_token not yet valid": {"id_token": {"nbf": 4102444800}},
    "id_token signed by a stranger": {"signer": new_private_key(use="sig", bits=2048)},
    "no id_token": {"tokens": {"id_token": ABSENT}},
    "id_token of another kind": {"tokens": {"id_token": ["x"]}},
    "no access token": {"tokens": {"access_token": ""}},
    "another access token": {"tokens": {"access_token": "x" * 43}},
    "another token type": {"tokens": {"token_type": "mac"}},
    "userinfo in the clear": {"userinfo_content": "plain"},
    "userinfo not encrypted": {"userinfo_content": "clear"},
    "userinfo of another subject": {"userinfo": {"sub": "cie-karim"}},
    "userinfo without subject": {"userinfo": {"sub": ABSENT}},
    "userinfo of another issuer": {"userinfo": {"iss": "https://altro.example.it"}},
    "userinfo without issuer": {"userinfo": {"iss": ABSENT}},
    "userinfo for somebody else": {"userinfo": {"aud": "https://altro.example.it"}},
    "userinfo expired": {"userinfo": {"exp": 1}},
    "userinfo from the future": {"userinfo": {"iat": 4102444800, "exp": 4102444900}},
    "userinfo without codice fiscale": {"userinfo": {"https://attributes.eid.gov.it/fiscal_number": ABSENT}},
    "userinfo with a foreign code": {"userinfo": {"https://attributes.eid.gov.it/fiscal_number": "TINDE-1234567890"}},
    "userinfo with two codes": {"userinfo": {"https://attributes.eid.gov.it/fiscal_number": ["a", "b"]}},
    "userinfo without name": {"userinfo": {"given_name": ABSENT}},
    "userinfo without birthday": {"userinfo": {"birthdate": ABSENT}},
    "userinfo with an impossible birthday": {"userinfo": {"birthdate": "2099-01-01"}},
    "userinfo with a name that is none": {"userinfo": {"family_name": {"x": 1}}},
    "token endpoint broken": {"wire": {"/cie/token": httpx.Response(500)}},
    "token endpoint redirects": {
        "wire": {"/cie/token": httpx.Response(307, headers={"location": "https://a.example"})}
    },
    "token endpoint silent": {"wire": {"/cie/token": httpx.ReadTimeout("")}},
    "token endpoint endless": {"wire": {"/cie/token": httpx.Response(200, content=b" " * 300_000)}},
    "token endpoint deep": {"wire": {"/cie/token": httpx.Response(200, content=b"[" * 100_000)}},
    "token endpoint says no": {"wire": {"/cie/token": httpx.Response(400, json={"error": "invalid_client"})}},
    "userinfo endpoint broken": {"wire": {"/cie/userinfo": httpx.Response(500)}},
    "userinfo endpoint empty": {
        "wire": {"/cie/userinfo": httpx.Response(200, headers={"content-type": "application/jwt"})}
    },
    "userinfo endpoint html": {"wire": {"/cie/userinfo": httpx.Response(200, content=b"<html>")}},
    "callback without state": {"response": {"state": ABSENT}},
    "callback with another state": {"response": {"state": "s" * 64}},
    "callback without issuer": {"response": {"iss": ABSENT}},
    "callback of another provider": {"response": {"iss": "https://altro.example.it"}},
    "callback with an empty code": {"response": {"code": ""}},
    "callback with an endless code": {"response": {"code": "c" * 5000}},
    "callback with a code of nobody": {"response": {"code": "c" * 22}},
    "callback with a refusal": {"response": {"code": ABSENT, "error": "access_denied"}},
    "callback with a refusal in markup": {"response": {"code": ABSENT, "error": "<script>alert(1)</script>"}},
    "callback with both": {"response": {"error": "server_error"}},
}


@pytest.mark.parametrize("name", list(HOSTILE))
async def test_whatever_is_not_right_is_refused_on_a_page_and_leaves_nobody_inside(
    visitor: Browser, cie: Cie, name: str
) -> None:
    for attribute, value in HOSTILE[name].items():
        setattr(cie, attribute, value)
    page = await sign_in(visitor, cie)
    assert page.status == 403
    assert page.answer.headers["cache-control"] == "no-store"
    assert page.link(page.one(".btn-primary").get_text(strip=True)).startswith("/accedi")
    for secret in ("<script>", ROSA.codice_fiscale, "SpidL", "eyJ"):
        assert secret not in page.text
    assert await is_outside(visitor)


@pytest.mark.parametrize(
    ("error", "heading"),
    [
        ("access_denied", "Hai annullato l'accesso"),
        ("consent_required", "Ci servono i tuoi dati"),
        ("login_required", "Il tempo è finito"),
        ("temporarily_unavailable", "Il servizio di accesso è fermo"),
        ("invalid_request", "C'è un problema tecnico"),
    ],
)
async def test_each_refusal_has_its_own_page(visitor: Browser, cie: Cie, error: str, heading: str) -> None:
    page = await sign_in(visitor, cie, code=ABSENT, error=error, error_description="Rosa non vuole")
    assert (page.status, page.heading) == (403, heading)
    assert "Rosa" not in page.text
    assert page.link(page.one(".btn-primary").get_text(strip=True)) == "/accedi?next=/domande"


@pytest.mark.parametrize("name", ["code", "state", "iss"])
async def test_a_doubled_parameter_is_refused(visitor: Browser, cie: Cie, name: str) -> None:
    query = cie.come_back(await leave(visitor))
    page = await visitor.open(f"/cie/callback?{query}&{name}={parse_qs(query)[name][0]}")
    assert page.status == 403
    assert cie.asked == []


async def test_an_answer_counts_once(visitor: Browser, cie: Cie) -> None:
    query = cie.come_back(await leave(visitor))
    assert (await visitor.open(f"/cie/callback?{query}")).path == "/domande"
    assert (await visitor.open(f"/cie/callback?{query}")).status == 403


async def test_an_answer_that_nobody_asked_for_is_refused(visitor: Browser, cie: Cie) -> None:
    query = urlencode({"code": "c" * 22, "state": "s" * 64, "iss": PROVIDER})
    assert (await visitor.open(f"/cie/callback?{query}")).status == 403
    assert (await visitor.open("/cie/callback")).status == 403


async def test_another_browser_cannot_bring_the_answer(portal: Portal, visitor: Browser, cie: Cie) -> None:
    """Login CSRF: somebody hands a victim the answer to their own sign-in."""
    query = cie.come_back(await leave(visitor))
    victim = portal.browser()
    await leave(victim)
    assert (await victim.open(f"/cie/callback?{query}")).status == 403
    assert await is_outside(victim)
    assert (await visitor.open(f"/cie/callback?{query}")).path == "/domande"


async def test_two_tabs_of_one_browser_may_be_on_their_way(visitor: Browser, cie: Cie) -> None:
    first, second = await leave(visitor), await leave(visitor)
    assert (await visitor.open(f"/cie/callback?{cie.come_back(first)}")).path == "/domande"
    # The first one in has taken the cookie away; who is in needs no second answer.
    assert (await visitor.open(f"/cie/callback?{cie.come_back(second)}")).status == 403


async def test_a_sign_in_gives_a_new_session_and_ends_the_former(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    first = visitor.client.cookies["portal"]
    await sign_in(visitor, cie)
    assert visitor.client.cookies["portal"] != first
    thief = portal.browser()
    thief.client.cookies.set("portal", first, domain="prova.test")
    assert await is_outside(thief)


async def test_an_answer_after_the_chain_has_ended_is_refused(portal: Portal, visitor: Browser, cie: Cie) -> None:
    query = cie.come_back(await leave(visitor))
    await _expire(portal)
    page = await visitor.open(f"/cie/callback?{query}")
    assert (page.status, page.heading) == (403, "Il servizio di accesso è fermo")
    assert (await visitor.open(LOGIN)).status == 403
    assert "non si può entrare online" in (await visitor.open("/accedi")).text
    assert cie.asked == []


async def test_a_settings_change_turns_the_way_off_at_once(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = cie.come_back(await leave(visitor))
    monkeypatch.setattr(settings(), "federation", False)
    assert (await visitor.open(f"/cie/callback?{query}")).status == 403
    assert (await visitor.open(LOGIN)).status in (403, 404)


async def test_nobody_comes_in_when_the_register_cannot_be_written(
    visitor: Browser, cie: Cie, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken_register(*_arguments: object) -> None:
        raise OSError("disk full")

    query = cie.come_back(await leave(visitor))
    with monkeypatch.context() as broken:
        broken.setattr(answering, "write_transaction", broken_register)
        page = await visitor.open(f"/cie/callback?{query}")
    assert (page.status, page.heading) == (403, "C'è un problema tecnico")
    assert await is_outside(visitor)


async def test_the_sign_in_is_in_the_register_without_tokens(portal: Portal, visitor: Browser, cie: Cie) -> None:
    await sign_in(visitor, cie)
    rows = (await portal.connection.execute(_REGISTER)).all()
    assert [row.step for row in rows] == [
        "trust_chain",
        "authorization_request",
        "authorization_response",
        "token_request",
        "token_response",
        "userinfo_request",
        "userinfo_response",
        "userinfo_response",
    ]
    assert len({row.request_id for row in rows[1:]}) == 1
    assert all(row.is_success for row in rows[2:])


async def test_a_refused_sign_in_is_in_the_register_too(portal: Portal, visitor: Browser, cie: Cie) -> None:
    cie.userinfo = {"sub": "cie-karim"}
    await sign_in(visitor, cie)
    rows = (await portal.connection.execute(_REGISTER)).all()
    assert [row.step for row in rows][-1] == "userinfo_response"
    assert not any(row.is_success for row in rows)


async def test_no_log_line_holds_a_token_or_a_code(
    visitor: Browser, cie: Cie, capsys: pytest.CaptureFixture[str]
) -> None:
    await sign_in(visitor, cie)
    cie.id_token = {"acr": "https://www.spid.gov.it/SpidL1"}
    await sign_in(visitor, cie)
    written = "".join(capsys.readouterr())
    for secret in (ROSA.codice_fiscale, "eyJ", "code=", "state="):
        assert secret not in written


async def test_the_session_keeps_the_level_and_who_vouched(portal: Portal, visitor: Browser, cie: Cie) -> None:
    cie.id_token = {"acr": LEVEL_TWO.replace("L2", "L3")}
    await sign_in(visitor, cie)
    row = (await portal.connection.execute(sa.text("SELECT level, way, issuer FROM access.session"))).one()
    assert (row.level, str(row.way), row.issuer) == (3, "cie", PROVIDER)


async def test_the_page_of_the_ways_asks_the_database_little(visitor: Browser, cie: Cie, questions: Questions) -> None:
    await visitor.open("/accedi")
    with questions(at_most=3):
        await visitor.open("/accedi")


async def _expire(portal: Portal) -> None:
    await portal.connection.execute(
        sa.text("UPDATE access.identity_provider SET expires_at = now() - interval '1 second'")
    )


_REGISTER = sa.text("SELECT step, request_id, is_success FROM access.transaction_record ORDER BY created_at, sequence")
