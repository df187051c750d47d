"""A code of a list: added, renamed, put elsewhere."""

from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.roles import ADMIN_ROLES
from domain.organization.actions.codes.add_code import AddCode, add_code
from domain.organization.actions.codes.change_code import ChangeCode, change_code
from domain.organization.queries.code_sheets import code_card, code_sheet
from domain.organization.queries.codes import CodeRow, codes_of
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/codici/{name:str}/voci"


class CodeController(Controller):
    """The codes of a list."""

    path = PATH

    @get("/nuova", name="code.new", **operator(*ADMIN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, name: FromPath[str]
    ) -> Response[Any]:
        """The form for a code of one's own."""
        return await _new(request, work, operator, name, show({"starts_on": work.today}))

    @post("/", name="code.create", **operator(*ADMIN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, name: FromPath[str]
    ) -> Response[Any]:
        """Add it, for the ente or for the whole ambito."""
        form = await bind(request, AddCode, ente_id=operator.ente_id, list_name=name)
        if await attempt(work, operator, form, add_code, "code"):
            return see_other(request, _saved(name))
        return await _new(request, work, operator, name, form, status=422)

    @get("/{code:str}", name="code", **operator(*ADMIN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        name: FromPath[str],
        code: FromPath[str],
    ) -> Response[Any]:
        """The form with what is known of it, and the way to switch it off or on."""
        return await _edit(request, work, operator, name, code, None)

    @post("/{code:str}", name="code.update", **operator(*ADMIN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        name: FromPath[str],
        code: FromPath[str],
    ) -> Response[Any]:
        """Show it with other words, in another place."""
        form = await bind(request, ChangeCode, ente_id=operator.ente_id, list_name=name, code=code)
        if await attempt(work, operator, form, change_code):
            return see_other(request, _saved(name))
        return await _edit(request, work, operator, name, code, form, status=422)


def _saved(name: str) -> str:
    return f"/amministrazione/codici/{quote(name)}?salvato=1"


async def _new(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    name: str,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await code_sheet(work, operator, name)
    rows = [] if sheet.is_long else (await codes_of(work, operator.ente_id, [name]))[name]
    classes = [(row.code, row.label) for row in rows if row.parent is None and sheet.has_classes]
    return page(
        request, "codes/new.html", status=status, form=form, sheet=sheet, classes=classes, commons=_commons(rows)
    )


async def _edit(
    request: Request[Any, Any, Any],
    work: Work,
    operator: CurrentOperator,
    name: str,
    code: str,
    form: Form[Any] | None,
    *,
    status: int = 200,
) -> Response[Any]:
    card = await code_card(work, operator, name, code)
    sheet = await code_sheet(work, operator, name)
    rows = [] if sheet.is_long else (await codes_of(work, operator.ente_id, [name], also_inactive=True))[name]
    known = {"label": card.label, "position": card.position, "common_code": card.common_code, **card.attributes}
    return page(
        request,
        "codes/edit.html",
        status=status,
        form=form or show(known),
        sheet=sheet,
        card=card,
        labels={row.code: row.label for row in rows},
        commons=_commons(rows),
    )


def _commons(rows: list[CodeRow]) -> list[tuple[str, str]]:
    """What a code of one's own may count as, each after the name of its class."""
    names = {row.code: row.label for row in rows}
    return [
        (row.code, f"{names[row.parent]} · {row.label}" if row.parent in names else row.label)
        for row in rows
        if row.common_code == row.code
    ]
