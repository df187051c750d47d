"""The ente's own identity provider, by plain OpenID Connect: discovery, code with PKCE, an id_token checked in full."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import httpx

from domain.access.gateways.identities import RefusalKind, SignInRefused
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, check_claims, verify
from domain.access.gateways.openid.answers import half_hash
from domain.access.gateways.openid.endpoints import read_json, read_text, refusal_for
from domain.access.gateways.token_claims import numeric_date, text_claim
from domain.platform.outside.http import CallFailed, call, check_address

SIGNATURE = "RS256"
OLDEST_TOKEN = timedelta(minutes=5)
OLDEST_LOGIN = timedelta(minutes=5)
MOST_GROUPS = 1000
SCOPE = "openid email profile"


@dataclass(frozen=True)
class EnteParty:
    """Ourselves at the provider of one ente, and what is agreed with it."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str
    codice_fiscale_claim: str
    groups_claim: str
    loopback_development: bool = False


@dataclass(frozen=True)
class Endpoints:
    """Where the provider listens, as its own description says; ``names_issuer``: its answers say who they are from."""

    authorization: str
    token: str
    keys: str
    names_issuer: bool


@dataclass(frozen=True)
class EnteIdentity:
    """For whom the provider vouches. The e-mail is there only when the provider has verified it."""

    subject: str = field(repr=False)
    codice_fiscale: str = field(repr=False)
    email: str = field(repr=False)
    groups: frozenset[str] = field(repr=False)


async def discover(party: EnteParty, http: httpx.AsyncClient) -> Endpoints:
    """What the provider says of itself. Raises SignInRefused: it does not answer, or is another than the one pinned."""
    address = party.issuer.rstrip("/") + "/.well-known/openid-configuration"
    found = await _json(party, http, address)
    if found.get("issuer") != party.issuer:
        raise SignInRefused(RefusalKind.UNTRUSTED, "description of another issuer")
    try:
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        authorization, token, keys = (read_text(found, name) for name in names)
        for one in (authorization, token, keys):
            check_address(one, loopback_development=party.loopback_development)
    except (TokenRefused, ValueError):
        raise SignInRefused(RefusalKind.TECHNICAL, "description unusable") from None
    names_issuer = found.get("authorization_response_iss_parameter_supported") is True
    return Endpoints(authorization, token, keys, names_issuer)


def authorization_address(
    party: EnteParty, endpoints: Endpoints, *, state: str, nonce: str, code_verifier: str, is_fresh: bool
) -> str:
    """Where the browser goes. ``is_fresh`` asks the provider to have the person show again who they are."""
    digest = hashlib.sha256(code_verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": party.client_id,
        "redirect_uri": party.redirect_uri,
        "scope": SCOPE,
        "state": state,
        "nonce": nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    again = {"prompt": "login", "max_age": "0"} if is_fresh else {}
    return f"{endpoints.authorization}{'&' if '?' in endpoints.authorization else '?'}{urlencode(asked | again)}"


def code_in(parameters: Sequence[tuple[str, str]], party: EnteParty, endpoints: Endpoints) -> str:
    """The code of an answer that comes from this provider. Raises SignInRefused."""
    if len({name for name, _value in parameters}) != len(parameters):
        raise SignInRefused(RefusalKind.UNTRUSTED, "doubled parameter")
    found = dict(parameters)
    if ("iss" in found or endpoints.names_issuer) and found.get("iss") != party.issuer:
        raise SignInRefused(RefusalKind.UNTRUSTED, "answer of another issuer")
    if "error" in found:
        raise refusal_for(found["error"])
    if not found.get("code"):
        raise SignInRefused(RefusalKind.UNTRUSTED, "no code")
    return found["code"]


async def exchange(
    party: EnteParty,
    endpoints: Endpoints,
    http: httpx.AsyncClient,
    *,
    code: str,
    code_verifier: str,
    nonce: str,
    is_fresh: bool,
    now: datetime,
) -> tuple[EnteIdentity, str]:
    """For whom the code stands, and the id_token as it came, for the register. Raises SignInRefused."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": party.redirect_uri,
        "code_verifier": code_verifier,
        "client_id": party.client_id,
        "client_secret": party.client_secret,
    }
    tokens = await _json(party, http, endpoints.token, form=form)
    keys = await _json(party, http, endpoints.keys)
    try:
        token = read_text(tokens, "id_token")
        claims = verify(token, keys, kind=TokenKind.ID_TOKEN, algorithm=SIGNATURE)
        _check(claims, party, nonce=nonce, access_token=tokens.get("access_token"), now=now)
        if is_fresh and now.timestamp() - numeric_date(claims, "auth_time") > OLDEST_LOGIN.total_seconds():
            raise TokenRefused("not a fresh login")
        return _identity(claims, party), token
    except TokenRefused as refusal:
        raise SignInRefused(RefusalKind.UNTRUSTED, refusal.reason) from None


def _check(claims: dict[str, Any], party: EnteParty, *, nonce: str, access_token: object, now: datetime) -> None:
    check_claims(claims, now=now, issuer=party.issuer, audience=party.client_id, oldest=OLDEST_TOKEN)
    if claims.get("azp", party.client_id) != party.client_id:
        raise TokenRefused("made for another party")
    if not hmac.compare_digest(text_claim(claims, "nonce").encode(), nonce.encode()):
        raise TokenRefused("other nonce")
    if "at_hash" in claims:
        expected = half_hash(access_token if isinstance(access_token, str) else "", SIGNATURE)
        if not hmac.compare_digest(text_claim(claims, "at_hash").encode(), expected.encode()):
            raise TokenRefused("id_token and access_token do not belong together")


def _identity(claims: dict[str, Any], party: EnteParty) -> EnteIdentity:
    code = claims.get(party.codice_fiscale_claim) if party.codice_fiscale_claim else None
    email = claims.get("email") if claims.get("email_verified") is True else None
    groups = claims.get(party.groups_claim)
    told = groups if isinstance(groups, list) else []
    return EnteIdentity(
        subject=text_claim(claims, "sub", longest=255),
        codice_fiscale=code.strip().upper().removeprefix("TINIT-") if isinstance(code, str) else "",
        email=email.strip().lower() if isinstance(email, str) and email.isprintable() else "",
        groups=frozenset(one for one in told[:MOST_GROUPS] if isinstance(one, str)),
    )


async def _json(
    party: EnteParty, http: httpx.AsyncClient, address: str, *, form: dict[str, str] | None = None
) -> dict[str, Any]:
    try:
        answer = await call(
            http, "POST" if form else "GET", address, form=form, loopback_development=party.loopback_development
        )
        if answer.status >= 500:
            raise CallFailed(f"status {answer.status}")
        found = read_json(answer)
    except CallFailed as failure:
        raise SignInRefused(RefusalKind.UNAVAILABLE, str(failure)) from None
    if answer.status != 200:
        raise refusal_for(found.get("error"))
    return found
