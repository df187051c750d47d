"""Turning a route off, when something must stop before it can be mended."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from pydantic import BaseModel, Field

from domain.kernel.actor import System
from domain.kernel.roles import Role
from domain.platform.switches import routes_off, turn_off, turn_on
from domain.platform.work import unit_of_work
from web.access import operator
from web.forms import bind
from web.rendering import page, see_other
from web.work import Work

ROUTES = (
    "portal:application.create",
    "portal:application.submission",
    "portal:attachment.create",
    "portal:sign_in.cie",
    "portal:service.rating",
    "backoffice:case.charge",
)


class ChangeSwitch(BaseModel):
    """A route, and whether it answers."""

    route: str = Field(pattern=r"^(portal|backoffice):[a-z_.]+$")
    is_on: bool = False


class SwitchController(Controller):
    """The switches."""

    path = "/amministrazione/interruttori"

    @get("/", name="switches", **operator(Role.AMBITO_ADMIN))
    async def list(self, request: Request[Any, Any, Any], work: Work) -> Response[Any]:
        """What can be turned off, and what is."""
        off = await routes_off(work)
        return page(
            request, "operations/switches.html", routes=[(route, route in off) for route in sorted({*ROUTES, *off})]
        )

    @post("/", name="switches.update", **operator(Role.AMBITO_ADMIN))
    async def update(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Turn a route off or on, on every process within ten seconds."""
        form = await bind(request, ChangeSwitch)
        if form.command is not None:
            async with unit_of_work(System("switch"), bind=request.app.state.get("bind")) as work:
                await (turn_on if form.command.is_on else turn_off)(work, form.command.route)
        return see_other(request, "/amministrazione/interruttori")
