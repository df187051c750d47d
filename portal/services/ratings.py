"""How easy a service was, or how clear its card (C.SE.1.7)."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.catalogue.actions.rate_service import rate_service
from domain.catalogue.queries.published_services import published_service
from portal.services.rating_form import rating_of
from web.access import PUBLIC
from web.forms import typed
from web.rendering import page, see_other
from web.work import CurrentVisit, Work


class ServiceRatingController(Controller):
    """The stars at the end of a flow, and the thanks."""

    path = "/servizi/{slug:str}/valutazione"

    @post("/", name="service.rating.create", **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, slug: FromPath[str]
    ) -> Response[Any]:
        """Keep the stars; without stars nothing is kept, and nobody is scolded."""
        command = rating_of(await typed(request), slug)
        if command is not None:
            await rate_service(work, visit.actor, command)
        return see_other(request, f"/servizi/{slug}/valutazione")

    @get("/", name="service.rating.show", **PUBLIC)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, slug: FromPath[str]
    ) -> Response[str]:
        """Thanks, and ways to go on."""
        service = await published_service(work, visit.actor, slug, ente_id=visit.site.ente_id)
        return page(request, "services/thanks.html", service=service)
