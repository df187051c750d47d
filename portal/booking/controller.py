"""Why somebody wants to be seen, at which office, and when."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath, FromQuery

from domain.kernel.refusals import NotFound
from domain.organization.queries.portal_offices import portal_offices
from domain.scheduling.queries.booking.need_offices import need_offices
from domain.scheduling.queries.booking.portal_needs import portal_need, portal_needs
from portal.booking.shown import times_context
from portal.booking.times import times_of, wish_of
from web.access import PUBLIC
from web.rendering import page, see_other
from web.work import CurrentVisit, Work

PATH = "/prenota"


class BookingController(Controller):
    """From the need to the office."""

    path = PATH

    @get("/", name="booking.list", **PUBLIC)
    async def list(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        visit: CurrentVisit,
        q: FromQuery[str] = "",
    ) -> Response[str]:
        """What people come for; and the telephone, for who prefers it."""
        family, service_slug = visit.site.family, request.query_params.get("servizio", "")
        needs = await portal_needs(work, family, search=q, service_slug=service_slug)
        offices = await portal_offices(work, visit.site.ente_id, family)
        return page(request, "booking/list.html", needs=needs, q=q, service_slug=service_slug, offices=offices)

    @get("/{slug:str}", name="booking.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, slug: FromPath[str]
    ) -> Response[Any]:
        """At which office; where there is one alone nothing is asked."""
        need = await portal_need(work, visit.site.family, slug)
        offices = await need_offices(work, visit.actor, need.ids, visit.site.ente_id, visit.language.code)
        if len(offices) == 1:
            return see_other(request, f"{PATH}/{slug}/{offices[0].office.id}")
        return page(request, "booking/offices.html", need=need, offices=offices)


class BookingTimeController(Controller):
    """When, and how."""

    path = PATH + "/{slug:str}/{office_id:uuid}"

    @get("/", name="booking.times.show", **PUBLIC)
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        visit: CurrentVisit,
        slug: FromPath[str],
        office_id: FromPath[UUID],
    ) -> Response[str]:
        """A week of free times; the first one on top."""
        need = await portal_need(work, visit.site.family, slug)
        offices = await need_offices(work, visit.actor, need.ids, visit.site.ente_id, visit.language.code)
        at = next((one for one in offices if one.office.id == office_id), None)
        if at is None:
            raise NotFound
        times = await times_of(work, at.need_id, office_id, wish_of(request), need.manners)
        shown = times_context(times, path=f"{PATH}/{slug}/{office_id}")
        is_only = len(offices) == 1
        return page(request, "booking/times.html", need=need, need_id=at.need_id, at=at, is_only=is_only, **shown)
