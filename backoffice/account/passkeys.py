"""One's passkeys: a new one, another name, one less."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.account.proof import HOME, ask_for_proof, session_of
from backoffice.json_text import json_text
from domain.access.actions.credentials.ask_passkey import AskPasskey, ask_passkey
from domain.access.actions.credentials.keep_passkey import KeepPasskey, keep_passkey
from domain.access.actions.credentials.remove_passkey import remove_passkey
from domain.access.actions.credentials.rename_passkey import RenamePasskey, rename_passkey
from domain.access.queries.credentials.operator_credentials import operator_credentials
from domain.access.refusals import CredentialTaken, LastSecondFactor, PasskeyRefused
from domain.access.terms import ChallengePurpose
from domain.kernel.actor import Operator, System
from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, UnitOfWork, Work


class NewPasskeyController(Controller):
    """Registering a passkey."""

    path = f"{HOME}/passkey"
    before_request = ask_for_proof

    @get("/nuova", name="passkey.new", **operator())
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return page(request, "account/passkey_new.html", form=show())

    @post("/opzioni", name="passkey.options", **operator())
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What the browser has to ask."""
        session_id, operator_id = session_of(request)
        async with unit_of_work(System("ask passkey"), bind=request.app.state.get("bind")) as work:
            asking = AskPasskey(purpose=ChallengePurpose.KEEP, bound_to=str(session_id), operator_id=operator_id)
            return json_text(await ask_passkey(work, asking))

    @post("/", name="passkey.create", **operator())
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """Keep it."""
        session_id, operator_id = session_of(request)
        form = await bind(request, KeepPasskey, bound_to=str(session_id), operator_id=operator_id)
        if form.command is not None:
            try:
                await keep_passkey(form.command, bind=request.app.state.get("bind"))
                return see_other(request, HOME)
            except (PasskeyRefused, CredentialTaken) as refusal:
                form.errors["name"] = sentence(refusal.message)
        return page(request, "account/passkey_new.html", status=422, form=form)


class PasskeyController(Controller):
    """One passkey."""

    path = f"{HOME}/passkey/{{passkey_id:uuid}}"
    before_request = ask_for_proof

    @get("/", name="passkey", **operator())
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, passkey_id: FromPath[UUID]
    ) -> Response[Any]:
        """Its name, and the way to remove it."""
        return await _page(request, work, operator, passkey_id, None)

    @post("/", name="passkey.update", **operator())
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, passkey_id: FromPath[UUID]
    ) -> Response[Any]:
        """Another name."""
        form = await bind(request, RenamePasskey, passkey_id=passkey_id)
        if form.command is None:
            return await _page(request, work, operator, passkey_id, form)
        await rename_passkey(work, operator, form.command)
        return see_other(request, HOME)

    @post("/rimozione", name="passkey.delete", **operator())
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, passkey_id: FromPath[UUID]
    ) -> Response[Any]:
        """It opens nothing any more."""
        try:
            await remove_passkey(work, operator, passkey_id)
        except LastSecondFactor as refusal:
            form: Form[Any] = Form(errors={"name": sentence(refusal.message)})
            return await _page(request, work, operator, passkey_id, form)
        return see_other(request, HOME)


async def _page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, passkey_id: UUID, form: Form[Any] | None
) -> Response[Any]:
    card = await operator_credentials(work, operator.operator_id)
    found = next((one for one in card.passkeys if one.id == passkey_id), None)
    if found is None:
        raise NotFound
    shown, status = form or show({"name": found.name}), 422 if form else 200
    return page(request, "account/passkey.html", status=status, form=shown, passkey=found)
