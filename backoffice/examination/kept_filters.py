"""The filters that an operator keeps."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.examination.filters import NAMES, PATH, understood
from backoffice.examination.queue_page import queue_page
from domain.intake.actions.examination.remove_filter import RemoveFilter, remove_filter
from domain.intake.actions.examination.save_filter import SaveFilter, save_filter
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.forms import attempt, bind
from web.pagination import PageLinks
from web.rendering import see_other
from web.work import CurrentOperator, Work


class SavedFilterController(Controller):
    """One's own."""

    path = f"{PATH}/filtri"

    @post("/", name="examination.filter.create", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Keep what is filtered now."""
        sent = {name: str(value) for name, value in (await request.form()).multi_items() if name in ("vista", *NAMES)}
        chosen = understood(sent, operator, work.today)
        form = await bind(request, SaveFilter, query=chosen.filters)
        if await attempt(work, operator, form, save_filter, "name"):
            return see_other(request, PageLinks(1, 1, PATH, chosen.query).url(1))
        return await queue_page(request, work, operator, chosen, form, status=422)


class SavedFilterRemovalController(Controller):
    """A filter that is no longer wanted."""

    path = f"{PATH}/filtri/{{filter_id:uuid}}/rimozione"

    @post("/", name="examination.filter.delete", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filter_id: FromPath[UUID]
    ) -> Response[Any]:
        """Forget it."""
        await remove_filter(work, operator, RemoveFilter(filter_id=filter_id))
        return see_other(request, PATH)
