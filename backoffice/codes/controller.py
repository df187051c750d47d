"""The lists, and the codes of one of them."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from domain.kernel.roles import ADMIN_ROLES
from domain.organization.queries.code_sheets import code_lists, code_sheet
from domain.organization.queries.enti import ente
from domain.organization.terms import EnteKind
from web.access import operator
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

PATH = "/amministrazione/codici"
LONGEST = 100


class CodeListController(Controller):
    """The coded lists."""

    path = PATH

    @get("/", name="code_lists", **operator(*ADMIN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """All of them, or those whose title answers to what is typed."""
        typed = _typed(request)
        kind = (await ente(work, operator.ente_id)).kind
        return page(
            request,
            "codes/list.html",
            typed=typed,
            lists=await code_lists(work, operator, typed),
            is_ambito=kind is EnteKind.AMBITO,
        )

    @get("/{name:str}", name="code_list", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, name: FromPath[str]
    ) -> Response[Any]:
        """A page of the codes of one, each class followed by its own."""
        typed = _typed(request)
        sheet = await code_sheet(work, operator, name, typed, page_number(request))
        return page(
            request,
            "codes/show.html",
            sheet=sheet,
            typed=typed,
            today=work.today,
            is_saved="salvato" in request.query_params,
            pages=PageLinks(sheet.codes.number, sheet.codes.pages, f"{PATH}/{name}", {"q": typed} if typed else {}),
        )


def _typed(request: Request[Any, Any, Any]) -> str:
    return str(request.query_params.get("q", "")).strip()[:LONGEST]
