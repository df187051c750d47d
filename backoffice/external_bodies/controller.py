"""Organisations: the list, one of them, a new one, its changes."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.external_bodies.pages import PATH, body_form, typed_body, typed_filter
from domain.kernel.page import Page
from domain.kernel.refusals import NotFound
from domain.registry.actions.bodies.change_body import ChangeBody, change_body
from domain.registry.actions.bodies.record_body import RecordBody, record_body
from domain.registry.queries.bodies.body_kinds import body_kinds
from domain.registry.queries.bodies.body_list import BodyRow, body_list
from domain.registry.queries.bodies.body_sheet import body_sheet
from domain.registry.terms.bodies import BODY_KEEPERS, BODY_READERS
from web.access import operator
from web.forms import attempt, show
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

DONE = frozenset({"nuova", "cambiata", "chiusa", "ripresa"})


class BodyController(Controller):
    """The organisations of the ambito."""

    path = PATH

    @get("/", name="external_bodies", **operator(*BODY_READERS))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """One page, searched by words that may be misspelt; htmx asks for the list only."""
        wanted, query = typed_filter(request)
        found: Page[BodyRow] = await body_list(work, operator, wanted, page_number(request))
        return page(
            request,
            "external_bodies/list.html",
            block="bodies",
            rows=found.items,
            total=found.total,
            wanted=wanted,
            kinds=await body_kinds(work, operator.ente_id),
            pages=PageLinks(found.number, found.pages, PATH, query),
            file=PageLinks(1, 1, f"{PATH}/esportazione", query).url(1),
            may_add=operator.has(*BODY_KEEPERS),
        )

    @get("/nuova", name="external_body.new", **operator(*BODY_KEEPERS))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The form for another one, with the name that was looked for."""
        form = show({"name": request.query_params.get("nome", "")[:200]})
        return await body_form(request, work, operator, form)

    @post("/", name="external_body.create", **operator(*BODY_KEEPERS))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Write it down."""
        form = await typed_body(request, RecordBody)
        if await attempt(work, operator, form, record_body, "name"):
            return see_other(request, f"{PATH}/{form.answer}?fatto=nuova")
        return await body_form(request, work, operator, form, status=422)

    @get("/{body_id:uuid}", name="external_body", **operator(*BODY_READERS))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, body_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is known of it, and whom to call."""
        done = request.query_params.get("fatto", "")
        body = await body_sheet(work, operator, body_id)
        return page(request, "external_bodies/show.html", body=body, done=done if done in DONE else "")

    @get("/{body_id:uuid}/modifica", name="external_body.edit", **operator(*BODY_KEEPERS))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, body_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form with what is known."""
        return await body_form(request, work, operator, None, body_id)

    @post("/{body_id:uuid}", name="external_body.update", **operator(*BODY_KEEPERS))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, body_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it anew; who opened the page before a colleague's change is told."""
        if not (await body_sheet(work, operator, body_id)).may_change:
            raise NotFound
        form = await typed_body(request, ChangeBody, body_id=body_id)
        if await attempt(work, operator, form, change_body, "name"):
            return see_other(request, f"{PATH}/{body_id}?fatto=cambiata")
        return await body_form(request, work, operator, form, body_id, status=422)
