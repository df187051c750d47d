"""Somebody types where the code should go."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromQuery

from domain.access.actions.desk.ask_code import AskCode, ask_code
from domain.access.queries.other_ways_in import is_sending_sms
from domain.kernel.refusals import Invalid, RuleBroken
from domain.platform.settings import settings
from portal.code.cookie import CODE_COOKIE, CODE_SECONDS, code_browser_token
from portal.sign_in.paths import return_path
from web.access import PUBLIC
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.requests.address import address_of
from web.sessions import passing_cookie
from web.visit import visit_of
from web.work import CurrentVisit


class CodeController(Controller):
    """Asking for a code."""

    path = "/accedi/codice"

    @get("/", name="code.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any], next: FromQuery[str] = "") -> Response[Any]:
        """The form."""
        return _form(request, show({"next": return_path(next)}))

    @post("/", name="code.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """Have the code sent, if the contact is known: the answer is the same if it is not."""
        token = code_browser_token(request)
        form = await bind(request, AskCode, **_surroundings(request, visit.site.family[0], token))
        if form.command is not None:
            command = form.command.model_copy(update={"return_path": return_path(str(form.value("next")))})
            try:
                await ask_code(command, bind=request.app.state.get("bind"))
            except Invalid as refusal:
                form.refuse(refusal)
            except RuleBroken as refusal:
                form.errors["contact"] = sentence(refusal.message)
        if form.errors:
            return _form(request, form, status=422)
        answer = see_other(request, "/accedi/codice/conferma")
        answer.set_cookie(passing_cookie(CODE_COOKIE, token, settings(), seconds=CODE_SECONDS))
        return answer


def _surroundings(request: Request[Any, Any, Any], ambito_id: UUID, token: str) -> dict[str, Any]:
    return {
        "ambito_id": ambito_id,
        "browser_token": token,
        "language": visit_of(request).language.code,
        "return_path": "/",
        "address": address_of(request),
    }


def _form(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    is_sms = is_sending_sms()
    return page(request, "code/ask.html", status=status, form=form, is_sms=is_sms, next=form.value("next"))
