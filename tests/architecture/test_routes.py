"""Every route says who may use it, and none comes or goes unnoticed."""

from pathlib import Path
from typing import Any

import pytest
from litestar import Controller, Litestar, get, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.static_files import create_static_files_router

from tests.support.rules import routes
from tests.support.rules.source import at_least, nothing


def citizen(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """A guard that would ask who is there."""


@get("/", opt={"access": "public"})
async def home() -> None:
    """Open, and says so."""


@get("/domande", opt={"access": "citizen"}, guards=[citizen])
async def listed() -> None:
    """Guarded, and says so."""


@get("/dimenticata")
async def forgotten() -> None:
    """Forgets to say."""


@post("/promessa", opt={"access": "citizen"})
async def promised() -> None:
    """Says so, but nobody checks."""


@get("/invento", opt={"access": "everybody"}, guards=[citizen])
async def invented() -> None:
    """Names an access that nobody knows."""


class ForgetfulController(Controller):
    """A controller none of whose routes says who may use it."""

    path = "/controllore"

    @get("/")
    async def list(self) -> None:
        """Forgets to say."""


@pytest.mark.parametrize("site", routes.SITES)
def test_every_route_names_an_access_guard(site: str) -> None:
    app = routes.site(site)
    at_least(5, list(routes.handlers(app)), f"routes of {site}")
    nothing(routes.unguarded(app))


def test_routes_that_say_so_pass() -> None:
    nothing(routes.unguarded(Litestar([home, listed], openapi_config=None)))


@pytest.mark.parametrize("planted", [forgotten, promised, invented, ForgetfulController])
def test_a_planted_route_that_forgets_is_found(planted: Any) -> None:
    found = routes.unguarded(Litestar([home, listed, planted], openapi_config=None))
    assert len(found) == 1, found


def test_a_planted_folder_of_files_that_forgets_is_found(tmp_path: Path) -> None:
    forgets = create_static_files_router("/static", [tmp_path])
    says = create_static_files_router("/static", [tmp_path], opt={"access": "public"})
    assert len(routes.unguarded(Litestar([forgets], openapi_config=None))) >= 1
    nothing(routes.unguarded(Litestar([says], openapi_config=None)))


def test_the_api_pages_litestar_adds_by_itself_are_found() -> None:
    assert len(routes.unguarded(Litestar([home]))) >= 1


def test_an_access_for_the_whole_site_does_not_count() -> None:
    found = routes.unguarded(Litestar([forgotten], opt={"access": "public"}, openapi_config=None))
    assert found == ["the site names an access for all its routes: a new one would be open by accident"]


def test_no_route_came_or_went_unnoticed() -> None:
    now = [line for site in routes.SITES for line in routes.lines(site, routes.site(site))]
    at_least(10, routes.frozen(), "routes in routes.txt")
    nothing(routes.differences(routes.frozen(), now))


def test_a_role_that_a_route_no_longer_asks_for_is_told() -> None:
    def only(*roles: str) -> Any:
        def guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
            assert roles is not None

        return guard

    strict = Litestar([get("/", opt={"access": "operator"}, guards=[only("admin")])(home.fn)], openapi_config=None)
    loose = Litestar([get("/", opt={"access": "operator"}, guards=[only()])(home.fn)], openapi_config=None)
    assert "(admin)" in routes.lines("backoffice", strict)[0]
    assert len(routes.differences(routes.lines("backoffice", strict), routes.lines("backoffice", loose))) == 2


def test_a_vanished_a_new_and_a_reopened_route_are_told() -> None:
    before = routes.lines("portal", Litestar([home, listed], openapi_config=None))
    after = routes.lines("portal", Litestar([home, promised], openapi_config=None))
    found = routes.differences(before, after)
    assert [line.split(" ")[0] for line in found] == ["vanished:", "new:"]
    unguarded = [line.replace("guards=citizen", "guards=none") for line in before]
    assert len(routes.differences(before, unguarded)) == 2
    reopened = [line.replace("access=citizen", "access=public") for line in before]
    assert len(routes.differences(before, reopened)) == 2
