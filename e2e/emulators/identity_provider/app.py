"""The demo identity provider as an application."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import httpx
from litestar import Litestar, Request, Response
from litestar.datastructures import MutableScopeHeaders, State
from litestar.enums import MediaType
from litestar.types import Message, Scope

from e2e.emulators.identity_provider import endpoints, screens
from e2e.emulators.identity_provider.issuing import Issuer
from e2e.emulators.identity_provider.keys import prepare_keys
from e2e.emulators.identity_provider.misbehaviour import Misbehaviour
from e2e.emulators.identity_provider.provider import DemoProvider
from e2e.emulators.identity_provider.refusals import EndpointRefused, PageRefused, ServerError
from e2e.emulators.identity_provider.settings import IdentityProviderSettings, read_people


def _now() -> datetime:
    return datetime.now(UTC)


def create_app(
    settings: IdentityProviderSettings,
    *,
    misbehaviour: Misbehaviour | None = None,
    clock: Callable[[], datetime] = _now,
    http: httpx.AsyncClient | None = None,
) -> Litestar:
    """Put one provider together. `misbehaviour` makes it wrong in one way; `clock` gives aware times.

    `http` replaces the client with which the relying party's `jwks_uri` is fetched.
    """
    key = prepare_keys(settings.keys_folder)
    provider = DemoProvider(
        settings=settings,
        people=read_people(settings.people_file),
        key=key,
        clock=clock,
        issuer=Issuer(settings, key, misbehaviour),
        http=http,
    )
    return Litestar(
        route_handlers=[
            endpoints.show_metadata,
            endpoints.show_keys,
            endpoints.give_tokens,
            endpoints.show_userinfo,
            endpoints.revoke_token,
            screens.show_stylesheet,
            screens.show_home,
            screens.receive_request,
            screens.choose_person,
            screens.ask_consent,
            screens.give_consent,
            screens.refuse_consent,
            screens.cancel,
        ],
        state=State({"provider": provider}),
        before_send=[_protect(settings)],
        exception_handlers={EndpointRefused: _answer_refusal, PageRefused: _show_refusal},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=128 * 1024,
    )


def _protect(settings: IdentityProviderSettings) -> Callable[[Message, Scope], Awaitable[None]]:
    # Browsers apply form-action to the redirect after a form too, so the way back must be named.
    policy = (
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action 'self' {' '.join(settings.party.origins)}"
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
    return screens.page("refused.html", status=status, reason=refusal.reason)
