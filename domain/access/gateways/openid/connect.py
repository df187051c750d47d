"""Sign-in by OpenID Connect in the Italian profile (CIE): our side, the relying party.

Three steps: `authorization_request` sends the browser away, `check_response` reads what it brings back,
`exchange` fetches the person from the provider. `revoke` belongs to the sign-out. No database, no web
framework: the caller keeps state, nonce and code verifier, once, tied to the browser.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from urllib.parse import urlencode

import httpx

from domain.access.gateways.identities import Identity, Level, RefusalKind, SignInRefused
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, sign
from domain.access.gateways.openid.answers import check_id_token, check_userinfo, open_userinfo
from domain.access.gateways.openid.endpoints import (
    REVOCATION_STEPS,
    TOKEN_STEPS,
    get_userinfo,
    post,
    read_json,
    read_text,
    refusal_for,
)
from domain.access.gateways.openid.journal import Journal
from domain.access.gateways.openid.parties import AuthorizationRequest, Provider, RelyingParty
from domain.access.terms import TransactionStep
from domain.platform.outside.http import CallFailed

REQUEST_LIFE = timedelta(minutes=5)

# What the portal needs to know of a person, and no more (data minimisation).
_CLAIMS = {
    "userinfo": {
        "https://attributes.eid.gov.it/fiscal_number": {"essential": True},
        "given_name": {"essential": True},
        "family_name": {"essential": True},
        "birthdate": {"essential": True},
        "gender": None,
        "place_of_birth": None,
        "email": None,
    }
}


def authorization_request(
    party: RelyingParty, provider: Provider, *, level: Level, now: datetime, fresh_login: bool = False
) -> AuthorizationRequest:
    """Make the signed request that the browser carries to the provider; valid five minutes from `now`.

    With `fresh_login` the person must identify again even if the provider remembers them. Refuses
    (ValueError) a provider that does not know the algorithms we registered.
    """
    if not party.algorithms <= provider.algorithms:
        raise ValueError("the provider does not know our algorithms")
    state, nonce, code_verifier = (secrets.token_urlsafe(48) for _ in range(3))
    request_id = secrets.token_urlsafe(24)
    outside = {
        "client_id": party.client_id,
        "response_type": "code",
        "scope": "openid",
        "code_challenge": _challenge(code_verifier),
        "code_challenge_method": "S256",
    }
    # No `sub`: a request object with one could be replayed as a client assertion.
    signed = outside | {
        "iss": party.client_id,
        "aud": [provider.issuer, provider.authorization_endpoint],
        "redirect_uri": party.redirect_uri,
        "state": state,
        "nonce": nonce,
        "prompt": "consent login" if fresh_login else "consent",
        "acr_values": level.acr,
        "claims": _CLAIMS,
        "jti": request_id,
        "iat": int(now.timestamp()),
        "exp": int((now + REQUEST_LIFE).timestamp()),
    }
    request = sign(signed, party.signing_key, kind=TokenKind.REQUEST_OBJECT, algorithm=party.request_signature)
    url = f"{provider.authorization_endpoint}?{urlencode(outside | {'request': request})}"
    return AuthorizationRequest(url, state, nonce, code_verifier, request_id)


def check_response(
    params: Mapping[str, str] | Iterable[tuple[str, str]], *, state: str, issuer: str, names_issuer: bool = True
) -> str:
    """Return the code that the browser brought back for the request with this state.

    `names_issuer` is for providers that must say who they are (CIE); the others may, and then rightly (SPID).
    Pass the pairs of the query (a multi-dict or its items), so that doubled ones are noticed. Raises
    `SignInRefused`; state and issuer are checked before an error is believed. The provider's
    `error_description` is never used.
    """
    pairs = list(params.items() if isinstance(params, Mapping) else params)
    answer = dict(pairs)
    if len(answer) != len(pairs):
        raise SignInRefused(RefusalKind.UNTRUSTED, "parameter given twice")
    if not state or not hmac.compare_digest(answer.get("state", "").encode(), state.encode()):
        raise SignInRefused(RefusalKind.UNTRUSTED, "other state")
    if answer.get("iss", "" if names_issuer else issuer) != issuer:
        raise SignInRefused(RefusalKind.UNTRUSTED, "other issuer")
    if "error" in answer:
        raise refusal_for(answer["error"])
    code = answer.get("code", "")
    if not code or len(code) > 2048:
        raise SignInRefused(RefusalKind.TECHNICAL, "no code")
    return code


async def exchange(  # noqa: PLR0913 - each is a fact of the one request
    party: RelyingParty,
    provider: Provider,
    http: httpx.AsyncClient,
    *,
    code: str,
    code_verifier: str,
    nonce: str,
    level: Level,
    now: datetime,
    fresh_login: bool = False,
    journal: Journal | None = None,
) -> Identity:
    """Turn the code into a person: two calls to the provider, everything it answers checked.

    Takes `nonce`, `code_verifier`, `level` and `fresh_login` as they were when the request was made. What is said
    goes into `journal`, also of an exchange that fails. Raises `SignInRefused`: UNAVAILABLE (try later),
    TIMED_OUT (code expired), LEVEL_TOO_LOW, UNTRUSTED (an answer that is not authentic), TECHNICAL (the
    provider does not want our request).
    """
    form = _token_form(party, code, code_verifier)
    heard = Journal() if journal is None else journal
    try:
        answer = await post(
            party, provider, http, provider.token_endpoint, form, now=now, journal=heard, steps=TOKEN_STEPS
        )
        tokens = read_json(answer)
        id_token, access_token = (read_text(tokens, name) for name in ("id_token", "access_token"))
        if read_text(tokens, "token_type").lower() != "bearer":
            raise TokenRefused("token_type is not Bearer")
        claims = check_id_token(
            id_token, party, provider, access_token=access_token, nonce=nonce, fresh_login=fresh_login, now=now
        )
        if claims.level < level:
            raise SignInRefused(RefusalKind.LEVEL_TOO_LOW, "level lower than asked")
        inside = open_userinfo(await get_userinfo(provider, http, access_token, journal=heard), party)
        # Without its envelope too: the key that opens it will be gone before the register may forget.
        heard.note(TransactionStep.USERINFO_RESPONSE, inside.encode(), inside)
        return check_userinfo(inside, party, provider, claims=claims, access_token=access_token, now=now)
    except TokenRefused as refusal:
        raise SignInRefused(RefusalKind.UNTRUSTED, refusal.reason) from None
    except CallFailed as failure:
        raise SignInRefused(RefusalKind.UNAVAILABLE, str(failure)) from None


async def revoke(
    party: RelyingParty,
    provider: Provider,
    http: httpx.AsyncClient,
    *,
    access_token: str,
    now: datetime,
    journal: Journal | None = None,
) -> None:
    """Tell the provider that this access token is over (CIE demands it at sign-out). May be repeated.

    Raises `SignInRefused` when the provider does not confirm; our own session has ended all the same.
    """
    form = {"token": access_token, "token_type_hint": "access_token", "client_id": party.client_id}
    heard = Journal() if journal is None else journal
    address = provider.revocation_endpoint
    try:
        await post(party, provider, http, address, form, now=now, journal=heard, steps=REVOCATION_STEPS)
    except CallFailed as failure:
        raise SignInRefused(RefusalKind.UNAVAILABLE, str(failure)) from None


def _challenge(code_verifier: str) -> str:
    digest = hashlib.sha256(code_verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _token_form(party: RelyingParty, code: str, code_verifier: str) -> dict[str, str]:
    return {
        "grant_type": "authorization_code",
        "code": code,
        "code_verifier": code_verifier,
        "redirect_uri": party.redirect_uri,
        "client_id": party.client_id,
    }
