"""The services of the ente: what is in force, what is being written."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.services.paths import PATH, draft_path
from domain.catalogue.actions.designing.draft_service import DraftService, draft_service
from domain.catalogue.queries.service_draft import DESIGN_ROLES
from domain.catalogue.queries.services_to_design import services_to_design
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class ServiceController(Controller):
    """Written by who runs the ente or its plan."""

    path = PATH

    @get("/", name="services", **operator(*DESIGN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Every service, by title."""
        return await _list(request, work, operator, show())

    @post("/", name="service_draft.create", **operator(*DESIGN_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Begin a new service, or the next version of one."""
        form = await bind(request, DraftService, ente_id=operator.ente_id)
        if await attempt(work, operator, form, draft_service, "title"):
            return see_other(request, draft_path(form.answer))
        return await _list(request, work, operator, form, status=422)


async def _list(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    rows = await services_to_design(work, operator)
    is_published = "pubblicato" in request.query_params
    return page(request, "services/list.html", status=status, rows=rows, form=form, is_published=is_published)
