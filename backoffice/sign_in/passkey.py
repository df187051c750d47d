"""Operators sign in with a passkey alone."""

import secrets
from typing import Any

from litestar import Controller, Request, Response, post

from backoffice.entry.arrival import arrive
from backoffice.json_text import json_text
from backoffice.sign_in.ways import door_page
from domain.access.actions.credentials.ask_passkey import AskPasskey, ask_passkey
from domain.access.actions.entry.begin_entry import OperatorArrival
from domain.access.actions.entry.sign_in_with_passkey import SignInWithPasskey, sign_in_with_passkey
from domain.access.refusals import PasskeyRefused
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import System
from domain.kernel.refusals import RuleBroken
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from web.access import PUBLIC
from web.forms import bind
from web.locale import sentence
from web.paths import local_path
from web.sessions import cookie_name, passing_cookie

COOKIE = "passkey"
SECONDS = 180


class PasskeySignInController(Controller):
    """Without a name and without a password."""

    path = "/accedi/passkey"

    @post("/opzioni", name="sign_in.passkey.options", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What the browser has to ask; the challenge belongs to this browser."""
        token = secrets.token_urlsafe(32)
        async with unit_of_work(System("ask passkey"), bind=request.app.state.get("bind")) as work:
            asking = AskPasskey(purpose=ChallengePurpose.SIGN_IN, bound_to=token)
            answer = json_text(await ask_passkey(work, asking))
        answer.set_cookie(passing_cookie(COOKIE, token, settings(), seconds=SECONDS))
        return answer

    @post("/", name="sign_in.passkey", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Let in."""
        form = await bind(
            request,
            SignInWithPasskey,
            browser_token=request.cookies.get(cookie_name(COOKIE, settings()), ""),
            device=request.headers.get("user-agent", ""),
        )
        following = local_path(str(form.value("next")))
        try:
            arrival = await _sign_in(request, form.command, following)
            return await arrive(request, arrival, following)
        except RuleBroken as refusal:
            form.errors = {"email": sentence(refusal.message)}
        return await door_page(request, form, following, status=422)


async def _sign_in(
    request: Request[Any, Any, Any], command: SignInWithPasskey | None, following: str
) -> OperatorArrival:
    if command is None:  # nothing was answered
        raise PasskeyRefused
    command = command.model_copy(update={"return_path": following})
    return await sign_in_with_passkey(command, bind=request.app.state.get("bind"))
