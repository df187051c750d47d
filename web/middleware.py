"""What happens around every handler: site, session, language, switches, security headers, counters."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import structlog
from litestar import Request
from litestar.datastructures import MutableScopeHeaders
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from domain.kernel.actor import Companion, Visitor
from domain.platform.observability import REQUESTS, SECONDS, log, tracer
from web.errors import RouteOff
from web.locale import COOKIE, negotiate
from web.sessions import cookie_name
from web.visit import SignedIn, Site, Visit, current_request, current_visit

FRESH_SECONDS = 5.0
FOR_MACHINES = frozenset({"static", "healthz", "readyz", "metrics"})


@dataclass
class Surroundings:
    """What a site gives the middleware: how to find the ente of a host, a session, the routes that are off.

    ``find_companion`` is asked with the name of the route: who follows on a second screen is it on its own pages only.
    """

    name: str
    find_site: Callable[[Request[Any, Any, Any]], Awaitable[Site]]
    find_session: Callable[[Request[Any, Any, Any], str], Awaitable[SignedIn | None]]
    find_routes_off: Callable[[Request[Any, Any, Any]], Awaitable[frozenset[str]]]
    headers: dict[str, str]
    navigation: Callable[[Visit, str], tuple[Any, ...]] = lambda _visit, _path: ()
    find_companion: Callable[[Request[Any, Any, Any], str], Awaitable[Companion | None]] | None = None
    settings: Any = None
    _sites: dict[str, tuple[float, Site]] = field(default_factory=dict)
    _off: tuple[float, frozenset[str]] = (0.0, frozenset())

    async def site(self, request: Request[Any, Any, Any]) -> Site:
        """The site of the request's host, looked up again every few seconds."""
        host = request.headers.get("host", "").partition(":")[0]
        asked_at, found = self._sites.get(host, (0.0, None))
        if found is None or time.monotonic() - asked_at > FRESH_SECONDS:
            found = await self.find_site(request)
            if len(self._sites) > 1000:
                self._sites.clear()
            self._sites[host] = (time.monotonic(), found)
        return found

    async def companion(self, request: Request[Any, Any, Any], route: str) -> Companion | None:
        """Who follows on a second screen; None on all other pages."""
        return await self.find_companion(request, route) if self.find_companion else None

    async def routes_off(self, request: Request[Any, Any, Any]) -> frozenset[str]:
        """The routes that are off, looked up again every few seconds."""
        asked_at, found = self._off
        if time.monotonic() - asked_at > FRESH_SECONDS:
            found = await self.find_routes_off(request)
            self._off = (time.monotonic(), found)
        return found

    def forget(self) -> None:
        """Look everything up again at the next request."""
        self._sites.clear()
        self._off = (0.0, frozenset())


class VisitMiddleware:
    """Prepares ``scope['state']['visit']``. Paths of machines (health, static files) pass by it."""

    def __init__(self, app: ASGIApp, surroundings: Surroundings) -> None:
        self.app, self.surroundings = app, surroundings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Prepare the visit, serve the request, count it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request: Request[Any, Any, Any] = Request(scope, receive, send)
        route = getattr(scope.get("route_handler"), "name", None) or "unnamed"
        started = time.perf_counter()
        status = 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableScopeHeaders.from_message(message)
                for name, value in self.surroundings.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            with tracer.start_as_current_span(f"{self.surroundings.name}:{route}"):
                if route not in FOR_MACHINES:
                    await self._prepare(request, route)
                await self.app(scope, receive, sending)
        finally:
            self._account(route, request.method, status, time.perf_counter() - started)

    def _account(self, route: str, method: str, status: int, seconds: float) -> None:
        REQUESTS.labels(self.surroundings.name, route, status).inc()
        SECONDS.labels(self.surroundings.name, route).observe(seconds)
        if route not in FOR_MACHINES:  # by the route's name: an address may tell whose page it is
            log.info("answered", route=route, method=method, status=status, milliseconds=round(seconds * 1000))

    async def _prepare(self, request: Request[Any, Any, Any], route: str) -> None:
        site = await self.surroundings.site(request)
        token = request.cookies.get(cookie_name(self.surroundings.name, self.surroundings.settings))
        companion = await self.surroundings.companion(request, route)
        signed_in = await self.surroundings.find_session(request, token) if token and not companion else None
        actor = companion or (signed_in.actor if signed_in else Visitor(site.family))
        language = negotiate(
            site.languages,
            signed_in.language if signed_in else None,
            request.cookies.get(COOKIE),
            request.headers.get("accept-language", ""),
        )
        visit = Visit(site, actor, None if signed_in and signed_in.is_expired else signed_in, language)
        current_visit.set(visit)
        current_request.set(request)
        visit = Visit(site, actor, visit.signed_in, language, self.surroundings.navigation(visit, request.url.path))
        current_visit.set(visit)
        request.scope["state"]["visit"] = visit
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(site=self.surroundings.name, route=route)
        if f"{self.surroundings.name}:{route}" in await self.surroundings.routes_off(request):
            raise RouteOff
