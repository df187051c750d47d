"""Operators sign in with e-mail, password and the code of their second factor."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.sign_in_operator import SignInOperator, sign_in_operator
from domain.kernel.refusals import RuleBroken
from domain.platform.settings import settings
from web.access import PUBLIC
from web.forms import bind, show
from web.locale import sentence
from web.paths import local_path
from web.rendering import page, see_other
from web.sessions import session_cookie


class SignInController(Controller):
    """The door of the back office."""

    path = "/accedi"

    @get("/", name="sign_in", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return page(request, "sign_in/new.html", form=show(), next_path=local_path(request.query_params.get("next")))

    @post("/", name="sign_in.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Open a session, or say that something does not match, without saying what."""
        form = await bind(request, SignInOperator, device=request.headers.get("user-agent", ""))
        following = local_path(str(form.value("next")))
        if form.command is not None:
            try:
                token = await sign_in_operator(form.command, bind=request.app.state.get("bind"))
            except RuleBroken as refusal:
                form.errors["email"] = sentence(refusal.message)
            else:
                answer = see_other(request, following)
                answer.set_cookie(session_cookie("backoffice", token, settings()))
                return answer
        form.values["password"] = form.values["code"] = ""
        return page(request, "sign_in/new.html", status=422, form=form, next_path=following)
