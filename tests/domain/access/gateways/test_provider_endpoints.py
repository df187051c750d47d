"""The demo provider is strict with our server: each rule, broken alone, is refused."""

from datetime import timedelta
from typing import Any

import pytest

from domain.access.gateways.jose_tokens import TokenKind, sign
from domain.access.gateways.openid.endpoints import ASSERTION_TYPE
from tests.domain.access.gateways.provider_requests import CHALLENGE, VERIFIER, redeem, request_url, without_nothing
from tests.domain.access.gateways.scene import (
    CLIENT_ID,
    ISSUER,
    RETURN_ADDRESS,
    Scene,
    query_of,
    signing_key,
)


async def test_a_right_redemption_gives_tokens(scene: Scene) -> None:
    answer = await redeem(scene)

    assert answer.status_code == 200
    assert answer.json().keys() == {"access_token", "token_type", "expires_in", "id_token"}
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "assertion",
    [
        {"iss": "https://altro.example.it"},
        {"sub": "https://altro.example.it"},
        {"sub": None},
        {"aud": [ISSUER]},
        {"aud": [f"{ISSUER}/revoca"]},
        {"aud": [f"{ISSUER}/token", ISSUER]},
        {"aud": None},
        {"jti": None},
        {"jti": ""},
        {"exp": None},
        {"exp": 1},
        {"exp": 9_999_999_999},
        {"iat": None},
    ],
)
async def test_a_client_assertion_with_a_flaw_proves_nothing(scene: Scene, assertion: dict[str, Any]) -> None:
    answer = await redeem(scene, assertion=assertion)

    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")


async def test_a_request_object_is_no_client_assertion(scene: Scene) -> None:
    request = query_of(await request_url(scene))["request"]

    assert (await redeem(scene, client_assertion=request)).json()["error"] == "invalid_client"
    assert (await redeem(scene, kind=TokenKind.ACCESS_TOKEN)).json()["error"] == "invalid_client"


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "refresh_token"}, "unsupported_grant_type"),
        ({"grant_type": None}, "unsupported_grant_type"),
        ({"code": "unknown"}, "invalid_grant"),
        ({"code": None}, "invalid_grant"),
        ({"code_verifier": None}, "invalid_grant"),
        ({"code_verifier": VERIFIER[:-1] + "A"}, "invalid_grant"),
        ({"code_verifier": CHALLENGE}, "invalid_grant"),
        ({"redirect_uri": None}, "invalid_grant"),
        ({"redirect_uri": RETURN_ADDRESS + "/"}, "invalid_grant"),
        ({"client_id": None}, "invalid_grant"),
        ({"client_id": "https://altro.example.it"}, "invalid_client"),
        ({"client_assertion": None}, "invalid_client"),
        ({"client_assertion_type": None}, "invalid_client"),
        ({"client_assertion_type": "basic"}, "invalid_client"),
        ({"client_secret": "x"}, "invalid_client"),
    ],
)
async def test_a_redemption_with_a_flaw_gives_nothing(scene: Scene, form: dict[str, Any], error: str) -> None:
    answer = await redeem(scene, **form)

    assert answer.status_code in {400, 401}
    assert answer.json()["error"] == error
    assert "access_token" not in answer.json()


async def test_a_client_assertion_works_once(scene: Scene) -> None:
    assert (await redeem(scene, assertion={"jti": "the same"})).status_code == 200
    assert (await redeem(scene, assertion={"jti": "the same"})).json()["error"] == "invalid_client"
    scene.clock.move(timedelta(minutes=10))
    assert (await redeem(scene, assertion={"jti": "the same"})).status_code == 200


async def test_the_token_endpoint_takes_a_plain_form_and_nothing_beside_it(scene: Scene) -> None:
    form = {"grant_type": "authorization_code"}
    answers = [
        await scene.http.post(f"{ISSUER}/token", json=form),
        await scene.http.post(f"{ISSUER}/token?code=1", data=form),
        await scene.http.post(f"{ISSUER}/token", data=form, headers={"authorization": "Basic YTpi"}),
        await scene.http.post(f"{ISSUER}/token", data={"code": ["a", "b"]}),
    ]

    assert [(answer.status_code, answer.json()["error"]) for answer in answers] == [(400, "invalid_request")] * 4


async def test_userinfo_wants_a_living_access_token(scene: Scene) -> None:
    tokens = (await redeem(scene)).json()

    async def status(authorization: str) -> int:
        return (await scene.http.get(f"{ISSUER}/userinfo", headers={"authorization": authorization})).status_code

    assert await status(f"Bearer {tokens['access_token']}") == 200
    assert await status(f"Basic {tokens['access_token']}") == 401
    assert await status(f"Bearer {tokens['id_token']}") == 401
    assert await status("") == 401
    scene.clock.move(timedelta(minutes=16))
    assert await status(f"Bearer {tokens['access_token']}") == 401


async def test_revocation_wants_its_own_client_assertion(scene: Scene) -> None:
    now = int(scene.clock.now.timestamp())
    for audience, token, status in (("/token", "t", 401), ("/revoca", "t", 200), ("/revoca", None, 400)):
        claims = {"iss": CLIENT_ID, "sub": CLIENT_ID, "aud": f"{ISSUER}{audience}", "iat": now, "exp": now + 60}
        claims["jti"] = f"{audience}{token}"
        assertion = sign(claims, signing_key(), kind=TokenKind.CLIENT_ASSERTION, algorithm="RS256")
        form = {"token": token, "client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion}
        answer = await scene.http.post(f"{ISSUER}/revoca", data=without_nothing(form))
        assert answer.status_code == status
