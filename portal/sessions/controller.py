"""Where I am signed in now, and the way to end what I forgot elsewhere."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.actions.sessions.revoke_other_sessions import revoke_other_sessions
from domain.access.actions.sessions.revoke_session import revoke_session
from domain.access.queries.sessions.own_sessions import own_sessions
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from web.access import CITIZEN
from web.rendering import page, see_other
from web.visit import Visit
from web.work import CurrentCitizen, CurrentVisit

PATH = "/area-personale/accessi"


class OwnSessionController(Controller):
    """One's own sessions."""

    path = PATH

    @get("/", name="sessions", **CITIZEN)
    async def list(
        self, request: Request[Any, Any, Any], citizen: CurrentCitizen, visit: CurrentVisit
    ) -> Response[str]:
        """The list, this one first."""
        async with unit_of_work(System("sessions"), read_only=True, bind=request.app.state.get("bind")) as work:
            found = await own_sessions(work, citizen, _this(visit))
        return page(request, "sessions/list.html", sessions=found)

    @post("/{session_id:uuid}/chiusura", name="sessions.delete", **CITIZEN)
    async def delete(
        self, request: Request[Any, Any, Any], citizen: CurrentCitizen, session_id: FromPath[UUID]
    ) -> Response[Any]:
        """End one; ending this one is leaving."""
        async with unit_of_work(System("revoke session"), bind=request.app.state.get("bind")) as work:
            await revoke_session(work, citizen, session_id)
        return see_other(request, PATH)

    @post("/chiusura", name="sessions.others.delete", **CITIZEN)
    async def update(
        self, request: Request[Any, Any, Any], citizen: CurrentCitizen, visit: CurrentVisit
    ) -> Response[Any]:
        """End all the others."""
        async with unit_of_work(System("revoke sessions"), bind=request.app.state.get("bind")) as work:
            await revoke_other_sessions(work, citizen, _this(visit))
        return see_other(request, PATH)


def _this(visit: Visit) -> UUID:
    assert visit.signed_in is not None
    return visit.signed_in.session_id
