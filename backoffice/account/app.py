"""The code app: another one takes the place of the one before."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from pydantic import BaseModel, Field

from backoffice.account.proof import HOME, ask_for_proof
from domain.access.actions.credentials.begin_totp import begin_totp
from domain.access.actions.credentials.confirm_totp import confirm_totp
from domain.access.queries.credentials.totp_to_confirm import totp_to_confirm
from domain.access.refusals import WrongCode
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, UnitOfWork, Work


class ConfirmApp(BaseModel):
    """The first code of the app."""

    code: str = Field(min_length=1, max_length=20)


class AppController(Controller):
    """The app counts when its first code has been typed."""

    path = f"{HOME}/app"
    before_request = ask_for_proof

    @get("/", name="account.app", **operator())
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The QR code, or the way to get one."""
        return await _page(request, work, operator, show())

    @post("/", name="account.app.create", **operator())
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A new secret."""
        await begin_totp(work, operator.operator_id)
        return see_other(request, self.path)

    @post("/conferma", name="account.app.update", **operator())
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Hear the first code."""
        form = await bind(request, ConfirmApp)
        if form.command is not None:
            try:
                await confirm_totp(work, operator.operator_id, form.command.code)
                return see_other(request, HOME)
            except WrongCode as refusal:
                form.errors["code"] = sentence(refusal.message)
        return await _page(request, work, operator, form, status=422)


async def _page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: CurrentOperator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    waiting = await totp_to_confirm(work, operator.operator_id)
    return page(request, "account/app.html", status=status, form=form, waiting=waiting)
