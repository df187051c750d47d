"""The register as a list, and one line of it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.protocollo.file import as_file
from backoffice.protocollo.filters import chosen_filter
from domain.documents.queries.protocollo_register import protocollo_line, protocollo_register, whole_register
from domain.documents.terms import Direction
from domain.kernel.roles import REGISTER_ROLES
from web.access import operator
from web.downloads import download
from web.forms import show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

PATH = "/protocollo"


class ProtocolloController(Controller):
    """What came in and went out, of the enti where the operator works."""

    path = PATH

    @get("/", name="protocollo", **operator(*REGISTER_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A page of the lines, the latest first, filtered by number, direction and days."""
        wanted, typed = chosen_filter(request.query_params)
        found = await protocollo_register(work, operator, wanted, page_number(request))
        return page(
            request,
            "protocollo/list.html",
            form=show(typed),
            filters=typed,
            rows=found.items,
            total=found.total,
            pages=PageLinks(found.number, found.pages, PATH, typed),
            directions=[(one.value, sentence(one.label)) for one in Direction],
        )

    @get("/file", name="protocollo.file", **operator(*REGISTER_ROLES, fresh=True))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The same lines as a file."""
        rows = await whole_register(work, operator, chosen_filter(request.query_params)[0])
        return download(as_file(rows), f"protocollo-{work.today.isoformat()}.csv", "text/csv; charset=utf-8")

    @get("/{entry_id:uuid}", name="protocollo.line", **operator(*REGISTER_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, entry_id: FromPath[UUID]
    ) -> Response[Any]:
        """One line, whole."""
        return page(request, "protocollo/show.html", form=show(), row=await protocollo_line(work, operator, entry_id))
