"""Changing one's password."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.account.proof import HOME, ask_for_proof, session_of
from domain.access.actions.credentials.choose_password import ChoosePassword, choose_password
from domain.kernel.actor import System
from domain.kernel.refusals import Invalid
from domain.platform.work import unit_of_work
from web.access import operator
from web.forms import bind, show
from web.rendering import page, see_other


class PasswordController(Controller):
    """Another password; the other sessions end."""

    path = f"{HOME}/password"
    before_request = ask_for_proof

    @get("/", name="account.password", **operator())
    async def edit(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return page(request, "account/password.html", form=show())

    @post("/", name="account.password.update", **operator())
    async def update(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Keep it, or say what is wrong with it."""
        session_id, operator_id = session_of(request)
        form = await bind(request, ChoosePassword, session_id=session_id, operator_id=operator_id)
        if form.command is not None:
            try:
                async with unit_of_work(System("change password"), bind=request.app.state.get("bind")) as work:
                    await choose_password(work, form.command)
                return see_other(request, HOME)
            except Invalid as refusal:
                form.refuse(refusal)
        form.values["password"] = form.values["again"] = ""
        return page(request, "account/password.html", status=422, form=form)
