"""The addresses of the demo federation: what machines ask, and the one screen on which it can be made to fail."""

from typing import Any

from litestar import Request, Response, get, post
from litestar.enums import MediaType
from litestar.response import Redirect

from domain.access.gateways.federation.chains import PROVIDER, check_chain
from domain.access.gateways.federation.statements import MEDIA_TYPE
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, sign
from e2e.emulators.identity_provider.federation.anchor import DemoAnchor, NotAMember
from e2e.emulators.identity_provider.federation.misbehaviour import LABELS, FederationMisbehaviour
from e2e.emulators.identity_provider.pages import field, page
from e2e.emulators.identity_provider.provider import DemoProvider
from e2e.emulators.identity_provider.refusals import EndpointRefused, PageRefused

RESOLVE_MEDIA_TYPE = "application/resolve-response+jwt"


@get("/.well-known/openid-federation")
async def show_provider(request: Request) -> Response:
    """The provider's entity configuration."""
    return _token(_provider(request).entity_configuration())


@get("/federazione/.well-known/openid-federation")
async def show_anchor(request: Request) -> Response:
    """The anchor's entity configuration."""
    return _token(_anchor(request).configuration())


@get("/federazione/fetch")
async def show_statement(request: Request) -> Response:
    """What the anchor says of a member."""
    subject = request.query_params.get("sub", "")
    if not subject:
        raise EndpointRefused("invalid_request", "sub is missing")
    try:
        return _token(_anchor(request).statement(subject))
    except NotAMember:
        raise EndpointRefused("not_found", "no member of this name", status=404) from None


@get("/federazione/list")
async def list_members(request: Request) -> Response:
    """The names of the members, of one kind or of all."""
    found = _anchor(request).members(request.query_params.get("entity_type", ""))
    return Response(found, media_type=MediaType.JSON)


@get("/federazione/resolve")
async def resolve(request: Request) -> Response:
    """What remains of the provider's metadata after the anchor's policy. The service resolves itself."""
    provider, anchor = _provider(request), _anchor(request)
    subject = request.query_params.get("sub", "")
    chosen = request.query_params.get("anchor") or request.query_params.get("trust_anchor", "")
    if chosen != anchor.entity_id:
        raise EndpointRefused("invalid_request", "another trust anchor")
    if subject != provider.settings.issuer:
        raise EndpointRefused("not_found", "no provider of this name", status=404)
    try:
        chain = check_chain(
            anchor.trusted,
            subject=subject,
            own=provider.entity_configuration(),
            statement=anchor.statement(subject),
            configuration=anchor.configuration(),
            kind=PROVIDER,
            now=anchor.clock(),
        )
    except TokenRefused as refusal:
        raise EndpointRefused("invalid_request", refusal.reason) from None
    claims: dict[str, Any] = {
        "iss": anchor.entity_id,
        "sub": subject,
        "iat": int(anchor.clock().timestamp()),
        "exp": chain.expires_at,
        "metadata": {PROVIDER: chain.metadata},
        "trust_chain": chain.documents,
        "trust_marks": [anchor.mark_entry(PROVIDER)],
    }
    token = sign(claims, anchor.key, kind=TokenKind.RESOLVE_RESPONSE, algorithm="RS256")
    return Response(token.encode(), media_type=RESOLVE_MEDIA_TYPE)


@get("/federazione/trust_mark_status")
async def show_mark_status(request: Request) -> Response:
    """Whether a mark still counts."""
    asked = request.query_params
    is_active = _anchor(request).is_active(asked.get("sub", ""), asked.get("id") or asked.get("trust_mark_type", ""))
    return Response({"active": is_active}, media_type=MediaType.JSON)


@get("/federazione")
async def show_screen(request: Request) -> Response:
    """How the federation behaves now, and how else it could."""
    anchor = _anchor(request, silent=False)
    return page(
        "federation.html",
        chosen=anchor.misbehaviour,
        misbehaviours=[(wrong.value, label) for wrong, label in LABELS.items()],
    )


@post("/federazione", status_code=303)
async def choose_behaviour(request: Request) -> Response:
    """From now on the federation behaves so."""
    value = await field(request, "errore")
    if value not in {"", *LABELS}:
        raise PageRefused("no such error")
    _anchor(request, silent=False).misbehaviour = FederationMisbehaviour(value) if value else None
    return Redirect("/federazione", status_code=303)


def _provider(request: Request) -> DemoProvider:
    return request.app.state.provider


def _anchor(request: Request, *, silent: bool = True) -> DemoAnchor:
    anchor = _provider(request).anchor
    if anchor is None:
        raise EndpointRefused("not_found", "no federation here", status=404)
    if silent and anchor.misbehaviour is FederationMisbehaviour.ANCHOR_SILENT:
        raise EndpointRefused("temporarily_unavailable", "on request", status=503)
    return anchor


def _token(token: str) -> Response:
    return Response(token.encode(), media_type=MEDIA_TYPE)
