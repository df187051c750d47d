"""One's appointments in a calendar elsewhere, under a private address."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.feeds.make_feed import MakeFeed, make_feed
from domain.scheduling.actions.feeds.revoke_feed import RevokeFeed, revoke_feed
from domain.scheduling.queries.feeds.feeds_of import feeds_of
from domain.scheduling.terms.calendars import CalendarProblem
from web.access import operator
from web.forms import bind
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

HOME = "/il-mio-accesso/calendari"


class CalendarController(Controller):
    """The private addresses."""

    path = HOME

    @get("/", name="calendars", **operator(*DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """One's own calendar, and those of the rooms."""
        return await _page(request, work, operator)

    @post("/", name="calendar.create", **operator(*DESK_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """A new address: this page alone shows it, once."""
        form = await bind(request, MakeFeed)
        if form.command is None:
            raise NotFound
        secret = await make_feed(work, operator, form.command)
        address = f"{settings().backoffice_url.rstrip('/')}/calendari/{secret}.ics"
        return await _page(request, work, operator, made=address, made_for=form.command.resource_id)

    @post("/{feed_id:uuid}/revoca", name="calendar.delete", **operator(*DESK_ROLES))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, feed_id: FromPath[UUID]
    ) -> Response[Any]:
        """It opens no longer."""
        await revoke_feed(work, operator, RevokeFeed(feed_id=feed_id))
        return see_other(request, f"{HOME}?fatto=1")


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    *,
    made: str = "",
    made_for: UUID | None = None,
) -> Response[Any]:
    return page(
        request,
        "calendars/list.html",
        resources=await feeds_of(work, operator),
        problems={one.value: sentence(one.label) for one in CalendarProblem},
        made=made,
        made_for=made_for,
        done="fatto" in request.query_params,
    )
