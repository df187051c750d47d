"""Hears the proof, and goes on to where one wanted to go: with what was typed, where something was."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.response import Redirect
from pydantic import ValidationError

from backoffice.json_text import json_text
from backoffice.proof.asking import PATH, proof_page, session_of
from domain.access.actions.credentials.ask_passkey import AskPasskey, ask_passkey
from domain.access.actions.credentials.prove_again import ProveAgain, prove_again
from domain.access.actions.credentials.prove_again_by_passkey import ProveAgainByPasskey, prove_again_by_passkey
from domain.access.refusals import PasskeyRefused, WrongCredentials
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import System
from domain.kernel.refusals import RuleBroken
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from web.access import operator
from web.forms import Form, show, typed
from web.locale import sentence
from web.paths import local_path
from web.rendering import see_other
from web.requests.address import address_of
from web.sessions import session_cookie


class ProofController(Controller):
    """By password and code."""

    path = PATH

    @get("/", name="proof", **operator())
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The page."""
        return await proof_page(request, show(), _target(request))

    @post("/", name="proof.create", **operator())
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Hear them."""
        form = await typed(request)
        try:
            token = await prove_again(_command(request, form), bind=request.app.state.get("bind"))
        except RuleBroken as refusal:
            return await _again(request, form, {"proof_password": refusal})
        return _onward(request, token)


class PasskeyProofController(Controller):
    """By a passkey."""

    path = f"{PATH}/passkey"

    @post("/opzioni", name="proof.passkey.options", **operator())
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What the browser has to ask."""
        session_id, operator_id = session_of(request)
        async with unit_of_work(System("ask passkey"), bind=request.app.state.get("bind")) as work:
            asking = AskPasskey(purpose=ChallengePurpose.PROVE, bound_to=str(session_id), operator_id=operator_id)
            return json_text(await ask_passkey(work, asking))

    @post("/", name="proof.passkey", **operator())
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Hear it."""
        session_id, operator_id = session_of(request)
        form = await typed(request)
        command = ProveAgainByPasskey(
            session_id=session_id, operator_id=operator_id, answer=str(form.values.get("answer", ""))
        )
        try:
            token = await prove_again_by_passkey(command, bind=request.app.state.get("bind"))
        except PasskeyRefused as refusal:
            return await _again(request, form, {"proof_password": refusal})
        return _onward(request, token)


def _target(request: Request[Any, Any, Any]) -> str:
    return local_path(request.query_params.get("next"))


def _command(request: Request[Any, Any, Any], form: Form[Any]) -> ProveAgain:
    session_id, operator_id = session_of(request)
    typed_here = {name: str(form.values.get(f"proof_{name}", "")) for name in ("password", "code")}
    try:
        return ProveAgain(session_id=session_id, operator_id=operator_id, address=address_of(request), **typed_here)
    except ValidationError:  # nothing at all, or more than anybody types
        raise WrongCredentials from None


def _is_again(request: Request[Any, Any, Any]) -> bool:
    return request.query_params.get("again") == "1"


async def _again(request: Request[Any, Any, Any], form: Form[Any], problems: dict[str, RuleBroken]) -> Response[Any]:
    asked: Form[Any] = Form(errors={name: sentence(refusal.message) for name, refusal in problems.items()})
    kept = form.values if _is_again(request) else None
    return await proof_page(request, asked, _target(request), kept, status=422)


def _onward(request: Request[Any, Any, Any], token: str) -> Response[Any]:
    """307 makes the browser post once more what it has just posted: there, with the new cookie."""
    target = _target(request)
    answer = Redirect(target, status_code=307) if _is_again(request) else see_other(request, target)
    answer.set_cookie(session_cookie("backoffice", token, settings()))
    return answer
