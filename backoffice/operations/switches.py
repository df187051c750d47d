"""Turning a route off, when something must stop before it can be mended."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from pydantic import BaseModel, Field

from domain.kernel.roles import Role
from domain.platform.switches import routes_off, turn_off, turn_on
from web.access import operator
from web.forms import Form, bind, show
from web.rendering import page, see_other
from web.work import Work

# The functions most likely to be stopped; any other is turned off by its name.
COMMON = (
    "portal:sign_in.create",
    "portal:application.create",
    "portal:application.step.save",
    "portal:application.attachment.create",
    "portal:upload.create",
    "portal:application.submission",
    "portal:service.rating.create",
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
        return _page(request, await routes_off(work), show())

    @post("/", name="switches.update", **operator(Role.AMBITO_ADMIN, fresh=True))
    async def update(self, request: Request[Any, Any, Any], work: Work) -> Response[Any]:
        """Turn a route off or on, on every process within ten seconds."""
        form = await bind(request, ChangeSwitch)
        if form.command is None:
            return _page(request, await routes_off(work), form, status=422)
        await (turn_on if form.command.is_on else turn_off)(work, form.command.route)
        return see_other(request, "/amministrazione/interruttori")


def _page(request: Request[Any, Any, Any], off: frozenset[str], form: Form[Any], *, status: int = 200) -> Response[Any]:
    routes = [(route, route in off) for route in sorted({*COMMON, *off})]
    return page(request, "operations/switches.html", status=status, routes=routes, form=form)
