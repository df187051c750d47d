"""The appointments of who is signed in, and of those for whom they act."""

from typing import Any

from litestar import Controller, Request, Response, get

from domain.scheduling.queries.booking.own_appointments import own_appointments
from domain.scheduling.queries.inviting.own_invitations import own_invitations
from web.access import CITIZEN
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentCitizen, Work

PATH = "/area-personale/appuntamenti"


class OwnAppointmentController(Controller):
    """To come, and of before."""

    path = PATH

    @get("/", name="appointment.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """What one is invited to book; then the next one first."""
        is_past = request.query_params.get("vista") == "passati"
        found = await own_appointments(work, citizen, is_past=is_past, page=page_number(request))
        query = {"vista": "passati"} if is_past else {}
        links = PageLinks(found.number, found.pages, PATH, query)
        invited = [] if is_past or found.has_previous else await own_invitations(work, citizen)
        return page(request, "appointments/list.html", found=found, is_past=is_past, links=links, invitations=invited)
