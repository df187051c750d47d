"""A code is not offered any more, or again."""

from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.roles import ADMIN_ROLES
from domain.organization.actions.codes.switch_code_off import SwitchCodeOff, switch_code_off
from domain.organization.actions.codes.switch_code_on import SwitchCodeOn, switch_code_on
from domain.organization.queries.code_sheets import code_card, code_sheet
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/codici/{name:str}/voci/{code:str}"


class CodeEndController(Controller):
    """The day from which a code is not offered."""

    path = f"{PATH}/fine"

    @get("/", name="code.end", **operator(*ADMIN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        name: FromPath[str],
        code: FromPath[str],
    ) -> Response[Any]:
        """Ask for the day, and for a confirmation."""
        form = show({"first_day_off": work.today})
        return await _ask(request, work, operator, "codes/off.html", name, code, form)

    @post("/", name="code.end.create", **operator(*ADMIN_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        name: FromPath[str],
        code: FromPath[str],
    ) -> Response[Any]:
        """Offer it no more."""
        form = await bind(request, SwitchCodeOff, ente_id=operator.ente_id, list_name=name, code=code)
        if await attempt(work, operator, form, switch_code_off):
            return see_other(request, _saved(name))
        return await _ask(request, work, operator, "codes/off.html", name, code, form, status=422)


class CodeReturnController(Controller):
    """The day from which a code is offered again."""

    path = f"{PATH}/ripresa"

    @get("/", name="code.return", **operator(*ADMIN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        name: FromPath[str],
        code: FromPath[str],
    ) -> Response[Any]:
        """Ask for the day, and for a confirmation."""
        form = show({"starts_on": work.today})
        return await _ask(request, work, operator, "codes/on.html", name, code, form)

    @post("/", name="code.return.create", **operator(*ADMIN_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        name: FromPath[str],
        code: FromPath[str],
    ) -> Response[Any]:
        """Offer it again."""
        form = await bind(request, SwitchCodeOn, ente_id=operator.ente_id, list_name=name, code=code)
        if await attempt(work, operator, form, switch_code_on):
            return see_other(request, _saved(name))
        return await _ask(request, work, operator, "codes/on.html", name, code, form, status=422)


def _saved(name: str) -> str:
    return f"/amministrazione/codici/{quote(name)}?salvato=1"


async def _ask(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    template: str,
    name: str,
    code: str,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await code_card(work, operator, name, code)
    sheet = await code_sheet(work, operator, name)
    return page(request, template, status=status, card=card, sheet=sheet, form=form)
