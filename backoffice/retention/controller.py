"""The terms of an ambito, with what they would reach today."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.refusals import NotFound
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.privacy.actions.retention.set_retention_rule import SetRetentionRule, set_retention_rule
from domain.privacy.queries.retention.retention_report import RetentionRow, retention_report
from domain.privacy.terms import RetentionOutcome
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/conservazione"
READERS = (*ADMIN_ROLES, Role.AUDITOR)


class RetentionController(Controller):
    """Nothing is deleted here: the page only counts."""

    path = PATH

    @get("/", name="retention", **operator(*READERS))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Every kind of data, what was decided, and how many rows are over their term, by ente."""
        rows = await retention_report(work, operator)
        shown = {"rows": rows, "may_set": operator.has(Role.AMBITO_ADMIN), "today": work.today}
        return page(request, "retention/list.html", is_saved=request.query_params.get("fatto") == "1", **shown)

    @get("/{kind:str}", name="retention.edit", **operator(Role.AMBITO_ADMIN))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, kind: FromPath[str]
    ) -> Response[Any]:
        """The term of one kind."""
        row = await _row(work, operator, kind)
        known = {"starts_from": row.starts_from or row.starts[0], "months": row.months, "outcome": row.outcome}
        return _edit_page(request, row, show(known | {"legal_ground": row.legal_ground}))

    @post("/{kind:str}", name="retention.update", **operator(Role.AMBITO_ADMIN))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, kind: FromPath[str]
    ) -> Response[Any]:
        """Decide it, for the whole ambito."""
        form = await bind(request, SetRetentionRule, kind=kind)
        if await attempt(work, operator, form, set_retention_rule):
            return see_other(request, f"{PATH}?fatto=1")
        return _edit_page(request, await _row(work, operator, kind), form, status=422)


async def _row(work: Work, operator: CurrentOperator, kind: str) -> RetentionRow:
    row = next((one for one in await retention_report(work, operator) if one.kind == kind), None)
    if row is None:
        raise NotFound
    return row


def _edit_page(
    request: Request[Any, Any, Any], row: RetentionRow, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    return page(
        request,
        "retention/edit.html",
        status=status,
        row=row,
        form=form,
        starts=[(one.value, sentence(one.label)) for one in row.starts],
        outcomes=[(one.value, sentence(one.label)) for one in RetentionOutcome],
    )
