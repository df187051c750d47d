"""What the relying party's server calls: description, keys, token, userinfo, revocation."""

import base64
import gzip
import hashlib
import hmac
import re
from datetime import datetime
from typing import Any

from litestar import Request, Response, get, post, route
from litestar.enums import MediaType
from litestar.response import Redirect

from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, check_claims, named_algorithm, verify
from domain.access.gateways.json_web_keys import public_key_set
from e2e.emulators.identity_provider.grants import TOKEN_LIFE, Grant
from e2e.emulators.identity_provider.misbehaviour import Misbehaviour
from e2e.emulators.identity_provider.provider import DemoProvider
from e2e.emulators.identity_provider.refusals import EndpointRefused

_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


@get("/.well-known/openid-configuration")
async def show_metadata(request: Request) -> dict[str, Any]:
    """Describe the provider."""
    return _provider(request).metadata()


@get("/jwks")
async def show_keys(request: Request) -> dict[str, Any]:
    """Publish the public keys of the provider."""
    return public_key_set(_provider(request).key)


@post("/token", status_code=200)
async def give_tokens(request: Request) -> Response:
    """Change a code for tokens: the right party, the right verifier, once, within 60 seconds."""
    provider = _provider(request)
    form = await _form(request)
    await provider.authenticate(form, audience=provider.settings.address("/token"))
    if form.get("grant_type") != "authorization_code":
        raise EndpointRefused("unsupported_grant_type", "only authorization_code")
    now = provider.clock()
    grant = provider.grants.take_code(form.get("code", ""), now)
    if grant is None:
        raise EndpointRefused("invalid_grant", "code unknown, used or expired")
    _check_redemption(form, grant)
    wrong = provider.issuer.wrong(grant)
    broken = _broken_token_endpoint(wrong)
    if broken is not None:
        return broken
    access_token = provider.issuer.access_token(grant, now)
    provider.grants.keep_token(access_token, grant, code=form["code"], now=now)
    answer = {
        "access_token": access_token,
        "token_type": "Bearer",
        "expires_in": int(TOKEN_LIFE.total_seconds()),
        "id_token": provider.issuer.id_token(grant, access_token, now),
    }
    if wrong is Misbehaviour.TOKEN_TYPE_OTHER:
        answer["token_type"] = "mac"
    if wrong is Misbehaviour.ID_TOKEN_MISSING:
        del answer["id_token"]
    return Response(answer, media_type=MediaType.JSON)


@route("/userinfo", http_method=["GET", "POST"], status_code=200)
async def show_userinfo(request: Request) -> Response:
    """Give the person's data for a valid access token: signed, then encrypted."""
    provider = _provider(request)
    now = provider.clock()
    grant = _grant_of_bearer(request, provider, now)
    wrong = provider.issuer.wrong(grant)
    if wrong is Misbehaviour.USERINFO_BROKEN:
        return Response({"error": "server_error"}, media_type=MediaType.JSON, status_code=500)
    if wrong is Misbehaviour.USERINFO_PLAIN:
        return Response(provider.issuer.plain_userinfo(grant, now), media_type=MediaType.JSON)
    token = provider.issuer.userinfo(grant, await provider.encryption_key(grant.asked.party), now)
    return Response(token.encode(), media_type="application/jwt")


@post("/revoca", status_code=200)
async def revoke_token(request: Request) -> Response:
    """End an access token; answers 200 also for one that it does not know."""
    provider = _provider(request)
    form = await _form(request)
    await provider.authenticate(form, audience=provider.settings.address("/revoca"))
    if not form.get("token"):
        raise EndpointRefused("invalid_request", "token is missing")
    provider.grants.revoke_token(form["token"])
    return Response({}, media_type=MediaType.JSON)


def _provider(request: Request) -> DemoProvider:
    return request.app.state.provider


async def _form(request: Request) -> dict[str, str]:
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise EndpointRefused("invalid_request", "not a form")
    if request.headers.get("authorization") or request.query_params:
        raise EndpointRefused("invalid_request", "everything belongs in the form")
    pairs = list((await request.form()).multi_items())
    if len(dict(pairs)) != len(pairs):
        raise EndpointRefused("invalid_request", "parameter given twice")
    return {name: str(value) for name, value in pairs}


def _check_redemption(form: dict[str, str], grant: Grant) -> None:
    verifier = form.get("code_verifier", "")
    digest = hashlib.sha256(verifier.encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    if not _VERIFIER.fullmatch(verifier) or not hmac.compare_digest(challenge, grant.asked.code_challenge):
        raise EndpointRefused("invalid_grant", "code_verifier")
    if form.get("redirect_uri") != grant.asked.redirect_uri or form.get("client_id") != grant.asked.party.client_id:
        raise EndpointRefused("invalid_grant", "redirect_uri or client_id")


def _grant_of_bearer(request: Request, provider: DemoProvider, now: datetime) -> Grant:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    settings, keys = provider.settings, public_key_set(provider.key)
    try:
        claims = verify(token, keys, kind=TokenKind.ACCESS_TOKEN, algorithm=named_algorithm(token))
        check_claims(claims, now=now, issuer=settings.issuer, audience=settings.address("/userinfo"))
    except TokenRefused as refusal:
        raise EndpointRefused("invalid_token", refusal.reason, status=401) from None
    grant = provider.grants.grant_of_token(token, now)
    if scheme.lower() != "bearer" or grant is None:
        raise EndpointRefused("invalid_token", "unknown, expired or revoked", status=401)
    return grant


def _broken_token_endpoint(misbehaviour: Misbehaviour | None) -> Response | None:
    match misbehaviour:
        case Misbehaviour.TOKEN_ENDPOINT_BROKEN:
            return Response(b"", status_code=503, media_type=MediaType.TEXT)
        case Misbehaviour.TOKEN_ENDPOINT_REDIRECTS:
            return Redirect("https://altro.example.it/token", status_code=307)
        case Misbehaviour.TOKEN_ENDPOINT_ENDLESS:
            return Response(b" " * 1_000_000, media_type=MediaType.JSON)
        case Misbehaviour.TOKEN_ENDPOINT_COMPRESSED:
            return Response(gzip.compress(b"{}"), media_type=MediaType.JSON, headers={"content-encoding": "gzip"})
        case Misbehaviour.TOKEN_ENDPOINT_NOT_JSON:
            return Response(b"<html>", media_type=MediaType.HTML)
    return None
