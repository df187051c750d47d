"""The provider's endpoints that our server (not the browser) talks to, and how it proves who it is there."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx

from domain.access.gateways.identities import RefusalKind, SignInRefused
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, sign
from domain.access.gateways.openid.journal import Journal
from domain.access.gateways.openid.parties import Provider, RelyingParty
from domain.access.terms import TransactionStep
from domain.platform.outside.http import Answer, CallFailed, call

ASSERTION_LIFE = timedelta(minutes=2)
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
TOKEN_STEPS = (TransactionStep.TOKEN_REQUEST, TransactionStep.TOKEN_RESPONSE)
REVOCATION_STEPS = (TransactionStep.REVOCATION_REQUEST, TransactionStep.REVOCATION_RESPONSE)

_KIND_OF_ERROR = {
    "access_denied": RefusalKind.CANCELLED,
    "consent_required": RefusalKind.REFUSED_CONSENT,
    "rejected_by_user": RefusalKind.REFUSED_CONSENT,  # the reference implementation's own word
    "login_required": RefusalKind.TIMED_OUT,
    "invalid_grant": RefusalKind.TIMED_OUT,
    "unmet_authentication_requirements": RefusalKind.LEVEL_TOO_LOW,
    "server_error": RefusalKind.UNAVAILABLE,
    "temporarily_unavailable": RefusalKind.UNAVAILABLE,
}


async def post(
    party: RelyingParty,
    provider: Provider,
    http: httpx.AsyncClient,
    address: str,
    form: Mapping[str, str],
    *,
    now: datetime,
    journal: Journal,
    steps: tuple[TransactionStep, TransactionStep],
) -> Answer:
    """Send a form with a fresh client assertion for this very address; return the answer of status 200.

    `steps` are under what the journal keeps the request and its answer. Raises `CallFailed` where the
    provider is in trouble, `SignInRefused` where it says no.
    """
    assertion = _client_assertion(party, audience=address, now=now)
    whole = {**form, "client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion}
    journal.note_form(steps[0], address, whole)
    answer = await call(http, "POST", address, form=whole, loopback_development=provider.loopback_development)
    journal.note(steps[1], answer.body, _id_token(answer))
    if answer.status >= 500:
        raise CallFailed(f"status {answer.status}")
    if answer.status != 200:
        raise refusal_for(read_json(answer).get("error"))
    return answer


async def get_userinfo(provider: Provider, http: httpx.AsyncClient, access_token: str, *, journal: Journal) -> str:
    """Return the (still encrypted) person behind an access token. Refuses an answer in the clear."""
    request = f"GET {provider.userinfo_endpoint}\nauthorization: Bearer {access_token}"
    journal.note(TransactionStep.USERINFO_REQUEST, request.encode(errors="replace"))
    answer = await call(
        http,
        "GET",
        provider.userinfo_endpoint,
        bearer=access_token,
        loopback_development=provider.loopback_development,
    )
    journal.note(TransactionStep.USERINFO_RESPONSE, answer.body)
    if answer.status != 200:
        raise CallFailed(f"userinfo status {answer.status}")
    if answer.media_type not in {"application/jwt", "application/jose"}:
        raise TokenRefused("userinfo is not a token")
    return answer.body.decode("ascii", errors="replace").strip()


def _client_assertion(party: RelyingParty, *, audience: str, now: datetime) -> str:
    claims = {
        "iss": party.client_id,
        "sub": party.client_id,
        "aud": [audience],
        "jti": secrets.token_urlsafe(24),
        "iat": int(now.timestamp()),
        "exp": int((now + ASSERTION_LIFE).timestamp()),
    }
    return sign(claims, party.signing_key, kind=TokenKind.CLIENT_ASSERTION, algorithm=party.request_signature)


def _id_token(answer: Answer) -> str:
    try:
        found = read_json(answer).get("id_token")
    except CallFailed:
        return ""
    return found if isinstance(found, str) else ""


def read_json(answer: Answer) -> dict[str, Any]:
    """Return the object in an answer; raises `CallFailed` where there is none."""
    try:
        value = json.loads(answer.body)
    except (ValueError, RecursionError):
        raise CallFailed("answer is not JSON") from None
    if not isinstance(value, dict):
        raise CallFailed("answer is not an object")
    return value


def read_text(tokens: Mapping[str, Any], name: str) -> str:
    """Return a text that the token endpoint must give; raises `TokenRefused` where it did not."""
    value = tokens.get(name)
    if not isinstance(value, str) or not value:
        raise TokenRefused(f"{name} is missing")
    return value


def refusal_for(error: object) -> SignInRefused:
    """Translate an OAuth error code, whatever it may be, into our refusal."""
    name = error if isinstance(error, str) else ""
    known = name.replace("_", "").isalpha() and len(name) <= 64 and name.isascii()
    return SignInRefused(_KIND_OF_ERROR.get(name, RefusalKind.TECHNICAL), name if known else "unknown error")
