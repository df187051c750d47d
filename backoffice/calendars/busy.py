"""The calendar elsewhere that says when an operator, or a room, is taken."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.calendars.controller import HOME
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.feeds.remove_busy_source import RemoveBusySource, remove_busy_source
from domain.scheduling.actions.feeds.set_busy_source import SetBusySource, set_busy_source
from domain.scheduling.queries.feeds.feeds_of import feeds_of
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class BusySourceController(Controller):
    """Of one operator or room."""

    path = HOME + "/{resource_id:uuid}/impegni"

    @get("/", name="busy_source", **operator(*DESK_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, resource_id: FromPath[UUID]
    ) -> Response[Any]:
        """Which address; the one that is read is shown to nobody."""
        return await _page(request, work, operator, resource_id, show())

    @post("/", name="busy_source.update", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, resource_id: FromPath[UUID]
    ) -> Response[Any]:
        """Read it from now on."""
        form = await bind(request, SetBusySource, resource_id=resource_id)
        if await attempt(work, operator, form, set_busy_source):
            return see_other(request, f"{HOME}?fatto=1")
        return await _page(request, work, operator, resource_id, form, status=422)

    @post("/rimozione", name="busy_source.delete", **operator(*DESK_ROLES))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, resource_id: FromPath[UUID]
    ) -> Response[Any]:
        """Read it no longer."""
        await remove_busy_source(work, operator, RemoveBusySource(resource_id=resource_id))
        return see_other(request, f"{HOME}?fatto=1")


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    resource_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    shown = next((one for one in await feeds_of(work, operator) if one.id == resource_id), None)
    if shown is None:
        raise NotFound
    return page(request, "calendars/busy.html", status=status, form=form, shown=shown, home=HOME)
