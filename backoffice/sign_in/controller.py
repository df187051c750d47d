"""Operators sign in with e-mail, password and the code of their second factor; or begin to, and go on at /ingresso."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.entry.arrival import arrive
from backoffice.sign_in.ways import door_page
from domain.access.actions.sign_in_operator import SignInOperator, sign_in_operator
from domain.kernel.refusals import RuleBroken
from web.access import PUBLIC
from web.forms import bind, show
from web.locale import sentence
from web.paths import local_path
from web.requests.address import address_of


class SignInController(Controller):
    """The door of the back office."""

    path = "/accedi"

    @get("/", name="sign_in", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return await door_page(request, show(), local_path(request.query_params.get("next")))

    @post("/", name="sign_in.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Let in, or say that something does not match, without saying what."""
        device, address = request.headers.get("user-agent", ""), address_of(request)
        form = await bind(request, SignInOperator, device=device, address=address)
        following = local_path(str(form.value("next")))
        if form.command is not None:
            command = form.command.model_copy(update={"return_path": following})
            try:
                arrival = await sign_in_operator(command, bind=request.app.state.get("bind"))
                return await arrive(request, arrival, following)
            except RuleBroken as refusal:
                form.errors["email"] = sentence(refusal.message)
        form.values["password"] = form.values["code"] = ""
        return await door_page(request, form, following, status=422)
