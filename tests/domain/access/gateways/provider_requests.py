"""Right requests to the demo provider, to be broken in one place by a test."""

from typing import Any
from urllib.parse import urlencode

import httpx

from domain.access.gateways.jose_tokens import TokenKind, sign
from domain.access.gateways.openid.endpoints import ASSERTION_TYPE
from tests.domain.access.gateways.scene import (
    CLIENT_ID,
    ISSUER,
    RETURN_ADDRESS,
    Scene,
    signing_key,
)

CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"


OUTSIDE = {
    "client_id": CLIENT_ID,
    "response_type": "code",
    "scope": "openid",
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
}


def without_nothing(claims: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in claims.items() if value is not None}


def inside(now: float, **changes: Any) -> dict[str, Any]:
    claims = OUTSIDE | {
        "iss": CLIENT_ID,
        "aud": [ISSUER],
        "redirect_uri": RETURN_ADDRESS,
        "state": "s" * 43,
        "nonce": "n" * 43,
        "prompt": "consent",
        "acr_values": "https://www.spid.gov.it/SpidL2",
        "claims": {"userinfo": {"given_name": None}},
        "iat": int(now),
        "exp": int(now) + 300,
    }
    return without_nothing(claims | changes)


async def send(scene: Scene, *, outside: dict[str, Any] | None = None, **changes: Any) -> httpx.Response:
    """Send an authorization request that is right but for these changes (None takes a parameter out)."""
    signed = inside(scene.clock.now.timestamp(), **changes)
    request = sign(signed, signing_key(), kind=TokenKind.REQUEST_OBJECT, algorithm="RS256")
    query = without_nothing(OUTSIDE | {"request": request} | (outside or {}))
    return await scene.open(f"{ISSUER}/autorizza?{urlencode(query)}")


async def redeem(
    scene: Scene, *, assertion: dict[str, Any] | None = None, kind: TokenKind = TokenKind.CLIENT_ASSERTION, **form: Any
) -> httpx.Response:
    """Redeem a fresh code rightly but for these changes of the form or of the client assertion."""
    back = await scene.answer(await request_url(scene))
    return await post_token(scene, back.params["code"], assertion=assertion, kind=kind, **form)


async def request_url(scene: Scene) -> str:
    request = sign(inside(scene.clock.now.timestamp()), signing_key(), kind=TokenKind.REQUEST_OBJECT, algorithm="RS256")
    return f"{ISSUER}/autorizza?{urlencode(OUTSIDE | {'request': request})}"


async def post_token(
    scene: Scene,
    fresh_code: str,
    *,
    assertion: dict[str, Any] | None = None,
    kind: TokenKind = TokenKind.CLIENT_ASSERTION,
    **form: Any,
) -> httpx.Response:
    now = int(scene.clock.now.timestamp())
    claims = {
        "iss": CLIENT_ID,
        "sub": CLIENT_ID,
        "aud": [f"{ISSUER}/token"],
        "jti": f"jti-{fresh_code}",
        "iat": now,
        "exp": now + 120,
    }
    signed = sign(without_nothing(claims | (assertion or {})), signing_key(), kind=kind, algorithm="RS256")
    fields = {
        "grant_type": "authorization_code",
        "code": fresh_code,
        "code_verifier": VERIFIER,
        "redirect_uri": RETURN_ADDRESS,
        "client_id": CLIENT_ID,
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": signed,
    }
    return await scene.http.post(f"{ISSUER}/token", data=without_nothing(fields | form))
