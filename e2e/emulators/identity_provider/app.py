"""The demo identity provider as an application."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import httpx
from litestar import Litestar, Request, Response
from litestar.datastructures import MutableScopeHeaders, State
from litestar.enums import MediaType
from litestar.types import Message, Scope

from domain.access.gateways.json_web_keys import Jwk, public_key_set
from e2e.emulators.identity_provider import endpoints, screens
from e2e.emulators.identity_provider.federation import endpoints as federation
from e2e.emulators.identity_provider.federation.anchor import DemoAnchor
from e2e.emulators.identity_provider.federation.misbehaviour import FederationMisbehaviour
from e2e.emulators.identity_provider.issuing import Issuer
from e2e.emulators.identity_provider.keys import prepare_keys
from e2e.emulators.identity_provider.misbehaviour import Misbehaviour
from e2e.emulators.identity_provider.pages import page
from e2e.emulators.identity_provider.provider import DemoProvider
from e2e.emulators.identity_provider.refusals import EndpointRefused, PageRefused, ServerError
from e2e.emulators.identity_provider.saml.handlers import saml_routers
from e2e.emulators.identity_provider.saml.house import prepare_houses
from e2e.emulators.identity_provider.saml.misbehaviour import SamlMisbehaviour
from e2e.emulators.identity_provider.settings import IdentityProviderSettings, read_people

ANCHOR_FOLDER, MEMBER_FOLDER = "federation", "member"
_PROVIDER = [
    endpoints.show_metadata,
    endpoints.show_keys,
    endpoints.give_tokens,
    endpoints.show_userinfo,
    endpoints.revoke_token,
    screens.show_stylesheet,
    screens.show_script,
    screens.show_home,
    screens.receive_request,
    screens.choose_person,
    screens.ask_consent,
    screens.give_consent,
    screens.refuse_consent,
    screens.cancel,
    screens.go_wrong,
]
_FEDERATION = [
    federation.show_provider,
    federation.show_anchor,
    federation.show_statement,
    federation.list_members,
    federation.resolve,
    federation.show_mark_status,
    federation.show_screen,
    federation.choose_behaviour,
]


def _now() -> datetime:
    return datetime.now(UTC)


def create_app(
    settings: IdentityProviderSettings,
    *,
    misbehaviour: Misbehaviour | None = None,
    saml_misbehaviour: SamlMisbehaviour | None = None,
    federation_misbehaviour: FederationMisbehaviour | None = None,
    clock: Callable[[], datetime] = _now,
    http: httpx.AsyncClient | None = None,
) -> Litestar:
    """Put the providers of one process together. Each misbehaviour makes one wrong in one way.

    `clock` gives aware times; `http` replaces the client with which the service is asked about itself. The SAML
    providers and the federation serve enrolled services only.
    """
    key, people = prepare_keys(settings.keys_folder), read_people(settings.people_file)
    provider = DemoProvider(
        settings=settings, people=people, key=key, clock=clock, issuer=Issuer(settings, key, misbehaviour), http=http
    )
    handlers: list[Any] = []
    houses = {}
    if settings.enrolment is not None:
        provider.federation_key = prepare_keys(settings.keys_folder / MEMBER_FOLDER)
        provider.anchor = _anchor(settings, provider.federation_key, clock, federation_misbehaviour)
        houses = prepare_houses(settings, people, clock, http, saml_misbehaviour)
        handlers = [*_FEDERATION, *saml_routers()]
    return Litestar(
        route_handlers=[
            *handlers,
            *_PROVIDER,
        ],
        state=State({"provider": provider, "saml": houses}),
        before_send=[_protect(settings)],
        exception_handlers={EndpointRefused: _answer_refusal, PageRefused: _show_refusal},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=128 * 1024,
    )


def _anchor(
    settings: IdentityProviderSettings,
    member_key: Jwk,
    clock: Callable[[], datetime],
    misbehaviour: FederationMisbehaviour | None,
) -> DemoAnchor:
    key = prepare_keys(settings.keys_folder / ANCHOR_FOLDER)
    return DemoAnchor(settings, key, public_key_set(member_key), clock, misbehaviour)


def _protect(settings: IdentityProviderSettings) -> Callable[[Message, Scope], Awaitable[None]]:
    # Browsers apply form-action to the redirect after a form too, so the way back must be named.
    policy = (
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action 'self' {' '.join(settings.origins)}"
    )
    headers = {
        "content-security-policy": policy,
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex, nofollow",
    }

    async def protect(message: Message, scope: Scope) -> None:
        # Here, and not after the handler, because refusals pass by the latter.
        if message["type"] == "http.response.start":
            MutableScopeHeaders.from_message(message).update(headers)

    return protect


def _answer_refusal(request: Request, refusal: EndpointRefused) -> Response:
    headers = {"www-authenticate": 'Bearer error="invalid_token"'} if refusal.error == "invalid_token" else {}
    body = {"error": refusal.error, "error_description": refusal.reason}
    return Response(body, status_code=refusal.status, headers=headers, media_type=MediaType.JSON)


def _show_refusal(request: Request, refusal: PageRefused) -> Response:
    status = 502 if isinstance(refusal, ServerError) else 400
    return page("refused.html", status=status, reason=refusal.reason)
