"""The authorization request, checked by every rule of the Italian profile (the reference OP skips several)."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from domain.access.gateways.identities import Level
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, check_claims, verify
from e2e.emulators.identity_provider.grants import AuthorizationAsked
from e2e.emulators.identity_provider.refusals import PageRefused, RequestRefused
from e2e.emulators.identity_provider.settings import IdentityProviderSettings, PartyRegistration

LONGEST_REQUEST_LIFE = timedelta(minutes=10)
_OUTSIDE = ("client_id", "response_type", "scope", "code_challenge", "code_challenge_method")
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")
_RANDOM = re.compile(r"[A-Za-z0-9._~-]{32,512}")
_CLAIM_PLACES = {"id_token", "userinfo"}


def check_authorization_request(
    query: Sequence[tuple[str, str]],
    party: PartyRegistration,
    keys: Mapping[str, Any],
    settings: IdentityProviderSettings,
    now: datetime,
) -> AuthorizationAsked:
    """Return the request that the party really signed.

    Raises `PageRefused` until it is certain that the registered party asks for a registered return address,
    and `RequestRefused` (an error for that address) for every rule broken after that.
    """
    outside = dict(query)
    if len(outside) != len(query):
        raise PageRefused("parameter given twice")
    signed = _signed_request(outside, party, keys, settings, now)
    redirect_uri, state = signed.get("redirect_uri"), signed.get("state")
    if redirect_uri not in party.redirect_uris:
        raise PageRefused("redirect_uri is not registered")
    if not isinstance(state, str) or not _RANDOM.fullmatch(state):
        raise PageRefused("state is not a random text of 32 characters or more")
    broken = _broken_rule(outside, signed)
    if broken is not None:
        raise RequestRefused(*broken, redirect_uri=redirect_uri, state=state)
    return AuthorizationAsked(
        party=party,
        redirect_uri=redirect_uri,
        state=state,
        nonce=signed["nonce"],
        code_challenge=signed["code_challenge"],
        acr=signed["acr_values"].split()[0],
        asked_at=now,
    )


def _signed_request(
    outside: Mapping[str, str],
    party: PartyRegistration,
    keys: Mapping[str, Any],
    settings: IdentityProviderSettings,
    now: datetime,
) -> dict[str, Any]:
    if outside.get("client_id") != party.client_id:
        raise PageRefused("client_id is not registered")
    if "request" not in outside:
        raise PageRefused("request object is missing")
    try:
        signed = verify(outside["request"], keys, kind=TokenKind.REQUEST_OBJECT, algorithm=party.request_signature)
        check_claims(
            signed,
            now=now,
            issuer=party.client_id,
            audience=settings.issuer,
            further_audiences={settings.address("/autorizza")},
            longest_life=LONGEST_REQUEST_LIFE,
        )
    except TokenRefused as refusal:
        raise PageRefused(f"request object: {refusal.reason}") from None
    if "sub" in signed:
        raise PageRefused("request object: has a sub")
    return signed


def _broken_rule(outside: Mapping[str, str], signed: Mapping[str, Any]) -> tuple[str, str] | None:
    rules = (
        ("request_uri_not_supported", "request_uri", "request_uri" in outside or "request_uri" in signed),
        ("invalid_request", "request inside the request object", "request" in signed),
        ("invalid_request", "a parameter is missing outside", any(name not in outside for name in _OUTSIDE)),
        ("invalid_request", "outside and inside disagree", not _agree(outside, signed)),
        ("invalid_request", "client_id inside", signed.get("client_id") != signed.get("iss")),
        ("unsupported_response_type", "only code", signed.get("response_type") != "code"),
        ("invalid_request", "response_mode", signed.get("response_mode", "query") != "query"),
        ("invalid_scope", "openid, profile, email", not _is_scope(signed.get("scope"))),
        ("invalid_request", "code_challenge_method", signed.get("code_challenge_method") != "S256"),
        ("invalid_request", "code_challenge", not _CHALLENGE.fullmatch(str(signed.get("code_challenge", "")))),
        ("invalid_request", "nonce", not _RANDOM.fullmatch(str(signed.get("nonce", "")))),
        ("invalid_request", "nonce equals state", signed.get("nonce") == signed.get("state")),
        ("invalid_request", "prompt", signed.get("prompt") not in {"consent", "consent login"}),
        ("invalid_request", "acr_values", not _is_levels(signed.get("acr_values"))),
        ("invalid_request", "claims", not _is_claims(signed.get("claims"))),
        ("invalid_request", "ui_locales", not isinstance(signed.get("ui_locales", ""), str)),
    )
    return next(((error, reason) for error, reason, broken in rules if broken), None)


def _agree(outside: Mapping[str, str], signed: Mapping[str, Any]) -> bool:
    return all(signed.get(name) == value for name, value in outside.items() if name != "request")


def _is_scope(scope: object) -> bool:
    words = scope.split(" ") if isinstance(scope, str) else []
    return "openid" in words and set(words) <= {"openid", "profile", "email"}


def _is_levels(values: object) -> bool:
    words = values.split(" ") if isinstance(values, str) else []
    return bool(words) and all(word in {level.acr for level in Level} for word in words)


def _is_claims(claims: object) -> bool:
    if not isinstance(claims, dict) or not set(claims) <= _CLAIM_PLACES:
        return False
    places = [place or {} for place in claims.values()]
    if not all(isinstance(place, dict) for place in places):
        return False
    wishes = [wish for place in places for wish in place.values()]
    return all(wish is None or (isinstance(wish, dict) and set(wish) <= {"essential"}) for wish in wishes)
