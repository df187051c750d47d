"""Where I am signed in now: on which devices, and the way to end what is not mine any more."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.account.proof import HOME, session_of
from domain.access.actions.sessions.revoke_other_sessions import revoke_other_sessions
from domain.access.actions.sessions.revoke_session import revoke_session
from domain.access.queries.sessions.own_sessions import own_sessions
from domain.access.queries.sessions.sign_ins import last_sign_in
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from web.access import operator
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = f"{HOME}/sessioni"


class OwnSessionController(Controller):
    """One's own sessions."""

    path = PATH

    @get("/", name="account.sessions", **operator())
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The list, this one first, and when one came in the time before."""
        session_id, _operator_id = session_of(request)
        async with unit_of_work(System("sessions"), read_only=True, bind=request.app.state.get("bind")) as program:
            sessions = await own_sessions(program, operator, session_id)
        before = await last_sign_in(work, operator)
        return page(request, "account/sessions.html", sessions=sessions, before=before)

    @post("/{session_id:uuid}/chiusura", name="account.session.delete", **operator())
    async def delete(
        self, request: Request[Any, Any, Any], operator: CurrentOperator, session_id: FromPath[UUID]
    ) -> Response[Any]:
        """End one; ending this one is leaving."""
        async with unit_of_work(System("revoke session"), bind=request.app.state.get("bind")) as work:
            await revoke_session(work, operator, session_id)
        return see_other(request, PATH)

    @post("/chiusura", name="account.sessions.delete", **operator())
    async def update(self, request: Request[Any, Any, Any], operator: CurrentOperator) -> Response[Any]:
        """End all the others."""
        async with unit_of_work(System("revoke sessions"), bind=request.app.state.get("bind")) as work:
            await revoke_other_sessions(work, operator, session_of(request)[0])
        return see_other(request, PATH)
