"""The second factor of who is half-way in: a code, or a passkey."""

from typing import Any

from litestar import Controller, Request, Response, post

from backoffice.entry.arrival import AGAIN, PATH, go_on, secret_page, token_of
from backoffice.json_text import json_text
from domain.access.actions.credentials.ask_passkey import AskPasskey, ask_passkey
from domain.access.actions.entry.show_passkey import ShowPasskey, show_passkey
from domain.access.actions.entry.show_second_factor import ShowSecondFactor, show_second_factor
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.queries.credentials.operator_entry import operator_entry
from domain.access.refusals import PasskeyRefused, TooManyTries, WrongCode
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import System
from domain.platform.work import unit_of_work
from web.access import PUBLIC
from web.forms import Form, bind
from web.locale import sentence
from web.requests.address import address_of


class FactorController(Controller):
    """By a code of the app, or a recovery code."""

    path = f"{PATH}/codice"
    exception_handlers = AGAIN

    @post("/", name="entry.factor", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Hear the code."""
        token, address = token_of(request), address_of(request)
        form = await bind(request, ShowSecondFactor, entry_token=token, address=address)
        if form.command is not None:
            try:
                await show_second_factor(form.command, bind=request.app.state.get("bind"))
                return await go_on(request)
            except (WrongCode, TooManyTries) as refusal:
                form.errors["code"] = sentence(refusal.message)
        return await _again(request, form)


class PasskeyFactorController(Controller):
    """By a passkey."""

    path = f"{PATH}/passkey"
    exception_handlers = AGAIN

    @post("/opzioni", name="entry.passkey.options", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What the browser has to ask the passkey."""
        async with unit_of_work(System("ask passkey"), bind=request.app.state.get("bind")) as work:
            entry = await operator_entry(work, token_of(request))
            asking = AskPasskey(
                purpose=ChallengePurpose.SECOND_FACTOR, bound_to=token_of(request), operator_id=entry.operator_id
            )
            return json_text(await ask_passkey(work, asking))

    @post("/", name="entry.passkey", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Hear the passkey."""
        form = await bind(request, ShowPasskey, entry_token=token_of(request))
        if form.command is not None:
            try:
                await show_passkey(form.command, bind=request.app.state.get("bind"))
                return await go_on(request)
            except PasskeyRefused as refusal:
                form.errors["code"] = sentence(refusal.message)
        return await _again(request, form)


async def _again(request: Request[Any, Any, Any], form: Form[Any]) -> Response[Any]:
    async with unit_of_work(System("entry"), read_only=True, bind=request.app.state.get("bind")) as work:
        entry = await operator_entry(work, token_of(request))
        card = await operator_credentials(work, entry.operator_id)
    form.values["code"] = ""
    return secret_page(request, "entry/factor.html", status=422, form=form, card=card, is_first=False)
