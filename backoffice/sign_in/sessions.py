"""The operator's session: to go on, to leave, to change office."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.response import Redirect
from pydantic import BaseModel

from domain.access.actions.choose_office import choose_office
from domain.access.actions.end_session import end_session
from domain.access.terms import SessionEnd
from domain.kernel.actor import System
from domain.organization.queries.roles_today import offices_and_roles
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from web.access import PUBLIC, operator
from web.forms import bind, show
from web.rendering import page, see_other
from web.sessions import ended_cookie
from web.visit import visit_of
from web.work import CurrentOperator, Work


class ChooseOffice(BaseModel):
    """The office to work in from now on."""

    office_id: UUID


class SessionController(Controller):
    """Going on and leaving."""

    @post("/sessione", name="session.update", status_code=204, **operator())
    async def update(self) -> None:
        """Stay: being asked at all has moved the end of the session."""

    @post("/uscita", name="session.delete", **PUBLIC)
    async def delete(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Leave: the session opens nothing any more."""
        signed_in = visit_of(request).signed_in
        if signed_in is not None:
            async with unit_of_work(System("sign out"), bind=request.app.state.get("bind")) as work:
                await end_session(work, signed_in.session_id, SessionEnd.SIGNED_OUT)
        answer = Redirect("/accedi", status_code=303)
        answer.set_cookie(ended_cookie("backoffice", settings()))
        return answer

    @get("/sessione-scaduta", name="session.ended", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The session has ended."""
        return page(request, "sign_in/ended.html")


class OfficeChoiceController(Controller):
    """An operator of several offices chooses the active one."""

    path = "/ufficio"

    @get("/", name="office.choice", **operator())
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The offices in which the operator holds a role today."""
        offices = await offices_and_roles(work, operator.operator_id, work.today)
        form = show({"office_id": operator.office_id})
        return page(request, "sign_in/office.html", offices=offices, form=form)

    @post("/", name="office.choice.update", **operator())
    async def update(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Work there from now on."""
        form = await bind(request, ChooseOffice)
        signed_in = visit_of(request).signed_in
        if form.command is not None and signed_in is not None:
            async with unit_of_work(System("choose office"), bind=request.app.state.get("bind")) as work:
                await choose_office(work, signed_in.session_id, form.command.office_id)
        return see_other(request, "/scrivania")
