"""The list of the kinds of document, and what the ente says of one of them."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.document_kinds.words import kind_named, shown, values_of
from domain.documents.actions.set_kind_rule import SetKindRule, set_kind_rule
from domain.documents.queries.kind_rules import KindRow, kind_of_document, kinds_of_document
from domain.documents.terms import Lasting
from domain.kernel.roles import ADMIN_ROLES
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/documenti"


class DocumentKindController(Controller):
    """For those who look after the ente."""

    path = PATH

    @get("/", name="document_kinds", **operator(*ADMIN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Every kind with what counts today."""
        rows = [shown(row) for row in await kinds_of_document(work, operator)]
        done = request.query_params.get("fatto") == "si"
        return page(request, "document_kinds/list.html", rows=rows, done=done, path=PATH)

    @get("/{kind:str}", name="document_kind.edit", **operator(*ADMIN_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, kind: FromPath[str]
    ) -> Response[Any]:
        """What counts today, to be changed from a day on."""
        row = await kind_of_document(work, operator, kind_named(kind))
        return _page(request, row, show(values_of(row, work.today)))

    @post("/{kind:str}", name="document_kind.update", **operator(*ADMIN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, kind: FromPath[str]
    ) -> Response[Any]:
        """Change it from that day on."""
        form = await bind(request, SetKindRule, kind=kind_named(kind))
        if await attempt(work, operator, form, set_kind_rule, "starts_on"):
            return see_other(request, f"{PATH}?fatto=si")
        return _page(request, await kind_of_document(work, operator, kind_named(kind)), form, status=422)


def _page(request: Request[Any, Any, Any], row: KindRow, form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(
        request,
        "document_kinds/edit.html",
        status=status,
        form=form,
        row=shown(row),
        ways=[(one.value, sentence(one.label)) for one in Lasting],
        path=PATH,
    )
