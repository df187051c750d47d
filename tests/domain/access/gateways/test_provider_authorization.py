"""The demo provider is strict with what the browser brings: each rule, broken alone, is refused."""

from typing import Any
from urllib.parse import urlencode

import pytest

from domain.access.gateways.jose_tokens import TokenKind, new_private_key, sign
from tests.domain.access.gateways.provider_requests import OUTSIDE, inside, send
from tests.domain.access.gateways.scene import (
    CLIENT_ID,
    ISSUER,
    RETURN_ADDRESS,
    Scene,
    encryption_key,
    query_of,
    signing_key,
)


async def test_a_right_request_leads_to_the_choice(scene: Scene) -> None:
    answer = await send(scene)

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/accesso/")


async def test_a_request_may_come_as_a_form_too(scene: Scene) -> None:
    request = scene.ask()
    answer = await scene.http.post(f"{ISSUER}/autorizza", data=query_of(request.url))

    assert answer.headers["location"].startswith("/accesso/")


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://altro.example.it"},
        {"aud": ["https://altro-op.example.it"]},
        {"aud": [f"{ISSUER}/autorizza"]},
        {"aud": [ISSUER, "https://altro-op.example.it"]},
        {"aud": None},
        {"exp": None},
        {"exp": 1},
        {"iat": None},
        {"iat": 9_999_999_999, "exp": 10_000_000_100},
        {"exp": 9_999_999_999},
        {"sub": CLIENT_ID},
        {"redirect_uri": None},
        {"redirect_uri": RETURN_ADDRESS + "/"},
        {"redirect_uri": RETURN_ADDRESS + "?a=b"},
        {"redirect_uri": "https://altro.example.it/"},
        {"redirect_uri": [RETURN_ADDRESS]},
        {"state": "short"},
        {"state": None},
        {"outside": {"client_id": "https://altro.example.it"}},
        {"outside": {"client_id": None}},
        {"outside": {"request": None}},
        {"outside": {"request": "a.b.c"}},
    ],
)
async def test_a_request_that_cannot_be_believed_ends_on_a_page(scene: Scene, changes: dict[str, Any]) -> None:
    answer = await send(scene, **changes)

    assert answer.status_code == 400
    assert "location" not in answer.headers
    assert "Non possiamo continuare" in answer.text


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token", "outside": {"response_type": "token"}}, "unsupported_response_type"),
        ({"scope": "profile", "outside": {"scope": "profile"}}, "invalid_scope"),
        ({"scope": "openid all", "outside": {"scope": "openid all"}}, "invalid_scope"),
        ({"code_challenge_method": "plain", "outside": {"code_challenge_method": "plain"}}, "invalid_request"),
        ({"code_challenge": "short", "outside": {"code_challenge": "short"}}, "invalid_request"),
        ({"code_challenge": None, "outside": {"code_challenge": None}}, "invalid_request"),
        ({"outside": {"code_challenge": "B" * 43}}, "invalid_request"),
        ({"outside": {"scope": "openid email"}}, "invalid_request"),
        ({"outside": {"scope": None}}, "invalid_request"),
        ({"outside": {"response_type": None}}, "invalid_request"),
        ({"outside": {"state": "t" * 43}}, "invalid_request"),
        ({"outside": {"redirect_uri": "https://altro.example.it/"}}, "invalid_request"),
        ({"outside": {"request_uri": "https://altro.example.it/r"}}, "request_uri_not_supported"),
        ({"client_id": "https://altro.example.it"}, "invalid_request"),
        ({"nonce": "short"}, "invalid_request"),
        ({"nonce": None}, "invalid_request"),
        ({"nonce": "s" * 43}, "invalid_request"),
        ({"prompt": "none"}, "invalid_request"),
        ({"prompt": "login consent"}, "invalid_request"),
        ({"prompt": None}, "invalid_request"),
        ({"acr_values": None}, "invalid_request"),
        ({"acr_values": "https://www.spid.gov.it/SpidL9"}, "invalid_request"),
        ({"acr_values": ["https://www.spid.gov.it/SpidL2"]}, "invalid_request"),
        ({"claims": None}, "invalid_request"),
        ({"claims": {"elsewhere": {}}}, "invalid_request"),
        ({"claims": {"userinfo": []}}, None),
        ({"claims": {"userinfo": ["given_name"]}}, "invalid_request"),
        ({"claims": {"userinfo": {"given_name": {"value": "x"}}}}, "invalid_request"),
        ({"response_mode": "fragment"}, "invalid_request"),
        ({"ui_locales": ["it"]}, "invalid_request"),
    ],
)
async def test_a_broken_rule_goes_back_as_an_error(scene: Scene, changes: dict[str, Any], error: str | None) -> None:
    answer = await send(scene, **changes)
    back = answer.headers["location"]

    assert answer.status_code == 303
    if error is None:
        assert back.startswith("/accesso/")
        return
    assert back.startswith(RETURN_ADDRESS + "?")
    assert query_of(back) == {"error": error, "state": "s" * 43, "iss": ISSUER}


async def test_a_doubled_parameter_is_refused(scene: Scene) -> None:
    answer = await scene.open(scene.ask().url + "&scope=openid")

    assert answer.status_code == 400


async def test_a_request_signed_by_somebody_else_or_with_the_wrong_key_is_refused(scene: Scene) -> None:
    now = scene.clock.now.timestamp()
    stranger = new_private_key(use="sig", bits=2048) | {"kid": signing_key()["kid"]}
    wrong_use = encryption_key() | {"use": "sig"}
    for key, algorithm in ((stranger, "RS256"), (wrong_use, "RS256"), (signing_key(), "RS512")):
        request = sign(inside(now), key, kind=TokenKind.REQUEST_OBJECT, algorithm=algorithm)
        assert (await scene.open(f"{ISSUER}/autorizza?{urlencode(OUTSIDE | {'request': request})}")).status_code == 400
