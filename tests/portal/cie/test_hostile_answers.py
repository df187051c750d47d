"""Everything that must not come in with CIE."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlencode

import httpx
import pytest

from domain.access.gateways.json_web_keys import new_private_key
from tests.portal.cie.coming_in import is_outside, leave, sign_in
from tests.portal.conftest import Portal
from tests.support.html import Browser
from tests.support.outside.cie import ABSENT, PROVIDER, Cie
from tests.support.personas import ROSA

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
