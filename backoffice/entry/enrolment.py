"""The first second factor: a code app or a passkey; and the recovery codes after it."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.entry.arrival import AGAIN, PATH, go_on, secret_page, token_of
from backoffice.json_text import json_text
from domain.access.actions.credentials.ask_passkey import AskPasskey, ask_passkey
from domain.access.actions.credentials.begin_totp import begin_totp
from domain.access.actions.entry.enrol_passkey import EnrolPasskey, enrol_passkey
from domain.access.actions.entry.enrol_totp import EnrolTotp, enrol_totp
from domain.access.actions.entry.take_recovery_codes import take_recovery_codes
from domain.access.queries.credentials.operator_entry import EntryRow, operator_entry
from domain.access.queries.credentials.totp_to_confirm import totp_to_confirm
from domain.access.refusals import CredentialTaken, EntryOver, PasskeyRefused, WrongCode
from domain.access.terms import ChallengePurpose, EntryStep
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork, unit_of_work
from web.access import PUBLIC
from web.forms import bind, show
from web.locale import sentence
from web.rendering import see_other


class AppStepController(Controller):
    """A code app."""

    path = f"{PATH}/app"
    exception_handlers = AGAIN

    @post("/", name="entry.app.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Give the secret."""
        async with unit_of_work(System("entry"), bind=request.app.state.get("bind")) as work:
            await begin_totp(work, (await _enrolling(work, request)).operator_id)
        return see_other(request, f"{PATH}/app")

    @get("/", name="entry.app", **PUBLIC)
    async def edit(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The QR code of the app, and the field for its first code."""
        async with unit_of_work(System("entry"), read_only=True, bind=request.app.state.get("bind")) as work:
            waiting = await totp_to_confirm(work, (await _enrolling(work, request)).operator_id)
        if waiting is None:
            return see_other(request, PATH)
        return secret_page(request, "entry/app.html", form=show(), waiting=waiting)

    @post("/conferma", name="entry.app.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Hear the first code."""
        form = await bind(request, EnrolTotp, entry_token=token_of(request))
        if form.command is not None:
            try:
                await enrol_totp(form.command, bind=request.app.state.get("bind"))
                return await go_on(request)
            except WrongCode as refusal:
                form.errors["code"] = sentence(refusal.message)
        async with unit_of_work(System("entry"), read_only=True, bind=request.app.state.get("bind")) as work:
            waiting = await totp_to_confirm(work, (await _enrolling(work, request)).operator_id)
        return secret_page(request, "entry/app.html", status=422, form=form, waiting=waiting)


class FirstPasskeyController(Controller):
    """A passkey."""

    path = f"{PATH}/passkey/nuova"
    exception_handlers = AGAIN

    @post("/opzioni", name="entry.passkey.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What the browser has to ask."""
        async with unit_of_work(System("ask passkey"), bind=request.app.state.get("bind")) as work:
            operator_id = (await _enrolling(work, request)).operator_id
            asking = AskPasskey(purpose=ChallengePurpose.KEEP, bound_to=token_of(request), operator_id=operator_id)
            return json_text(await ask_passkey(work, asking))

    @post("/", name="entry.passkey.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Keep it."""
        form = await bind(request, EnrolPasskey, entry_token=token_of(request))
        if form.command is not None:
            try:
                await enrol_passkey(form.command, bind=request.app.state.get("bind"))
                return await go_on(request)
            except (PasskeyRefused, CredentialTaken) as refusal:
                form.errors["name"] = sentence(refusal.message)
        return secret_page(request, "entry/enrolment.html", status=422, form=form)


class CodesStepController(Controller):
    """The recovery codes."""

    path = f"{PATH}/codici"
    exception_handlers = AGAIN

    @post("/", name="entry.codes", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Show them, this once."""
        async with unit_of_work(System("recovery codes"), bind=request.app.state.get("bind")) as work:
            codes = await take_recovery_codes(work, token_of(request))
        return secret_page(request, "entry/codes_shown.html", codes=codes)


async def _enrolling(work: UnitOfWork, request: Request[Any, Any, Any]) -> EntryRow:
    entry = await operator_entry(work, token_of(request))
    if entry.step is not EntryStep.ENROLMENT:
        raise EntryOver
    return entry
