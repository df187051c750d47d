"""Operators, rooms and interpreters that appointments take."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.agendas.paths import KEEPING
from backoffice.resources.resource_page import HEADINGS, KIND_BUTTONS, known, resource_page, sent_resource
from domain.kernel.languages import BY_CODE
from domain.scheduling.actions.agendas.set_resource import set_resource
from domain.scheduling.queries.agendas.resources_of import resource_row, resources_of
from domain.scheduling.terms import Manner, ResourceKind
from web.access import operator
from web.forms import attempt, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/risorse"


class ResourceController(Controller):
    """Those of the operator's ente."""

    path = PATH

    @get("/", name="resources", **operator(*KEEPING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """By kind and name, with their languages."""
        found = [
            (one, [BY_CODE[code].native_name for code in one.languages if code in BY_CODE])
            for one in await resources_of(work, operator)
        ]
        return page(
            request,
            "resources/list.html",
            groups=[(sentence(HEADINGS[kind]), [one for one in found if one[0].kind is kind]) for kind in ResourceKind],
            kinds=[(kind.value, sentence(label)) for kind, label in KIND_BUTTONS.items()],
            done=request.query_params.get("fatto") == "1",
        )

    @get("/nuova", name="resource.new", **operator(*KEEPING))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """An empty form for a kind; a room unless another is asked for."""
        asked = request.query_params.get("tipo", "")
        kind = next((one for one in ResourceKind if one.value == asked), ResourceKind.ROOM)
        form = show({"kind": kind.value, "manners": [one.value for one in Manner], "is_offered": True})
        return await resource_page(request, work, operator, form, kind)

    @post("/", name="resource.create", **operator(*KEEPING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Write it."""
        form, kind = await sent_resource(request, work, operator)
        if await attempt(
            work, operator, form, set_resource, "name" if kind is not ResourceKind.OPERATOR else "operator_id"
        ):
            return see_other(request, f"{PATH}?fatto=1")
        return await resource_page(request, work, operator, form, kind, status=422)

    @get("/{resource_id:uuid}", name="resource.edit", **operator(*KEEPING))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, resource_id: FromPath[UUID]
    ) -> Response[Any]:
        """As it is."""
        row = await resource_row(work, operator, resource_id)
        return await resource_page(request, work, operator, show(known(row)), row.kind, row)

    @post("/{resource_id:uuid}", name="resource.update", **operator(*KEEPING))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, resource_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it anew."""
        row = await resource_row(work, operator, resource_id)
        form, _kind = await sent_resource(request, work, operator, row)
        if await attempt(work, operator, form, set_resource, "name"):
            return see_other(request, f"{PATH}?fatto=1")
        return await resource_page(request, work, operator, form, row.kind, row, status=422)
