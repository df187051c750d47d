"""The services on offer: the list with its search, and the card of each."""

from typing import Any

from litestar import Controller, Request, Response, get
from litestar.params import FromPath, FromQuery

from domain.catalogue.queries.published_services import published_service, published_services
from domain.organization.queries.competent_office import competent_office
from domain.platform.settings import settings
from portal.services.metatag import government_service
from web.access import PUBLIC
from web.rendering import page
from web.work import CurrentVisit, Work

LONGEST_SEARCH = 100


class ServiceController(Controller):
    """What can be asked for."""

    path = "/servizi"

    @get("/", name="service.list", **PUBLIC)
    async def list(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, q: FromQuery[str] = ""
    ) -> Response[str]:
        """All services, or those that look like what was typed."""
        wanted = q.strip()[:LONGEST_SEARCH]
        found = await published_services(work, visit.actor, search=wanted)
        return page(request, "services/list.html", services=found, q=wanted)

    @get("/{slug:str}", name="service.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, slug: FromPath[str]
    ) -> Response[str]:
        """The card of a service, in the order that Designers Italia wants (C.SI.1.3)."""
        service = await published_service(work, visit.actor, slug, ente_id=visit.site.ente_id)
        office = await competent_office(work, visit.site.ente_id)
        address = f"{settings().portal_url.rstrip('/')}/servizi/{slug}"
        return page(
            request,
            "services/show.html",
            service=service,
            card=service.card,
            office=office,
            metatag=government_service(service, visit, address, office.address if office else visit.site.address),
        )
