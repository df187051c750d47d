"""An operator answers with the person in front of them; nothing is kept, and nobody's file is opened."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from backoffice.sheet_reading.roles import RECEIVING
from domain.catalogue.queries.orientation import Turn, orientation
from domain.catalogue.queries.requirements import FACTS, fact_words
from domain.catalogue.terms import Chance
from domain.organization.queries.competent_office import competent_office
from domain.platform.settings import settings
from web.access import operator
from web.forms import typed
from web.orientation.turns import shown, turn_fields
from web.rendering import page
from web.work import CurrentOperator, Work


class OrientationController(Controller):
    """One question a page; the answers travel with the form."""

    path = "/orientamento"

    @get("/", name="orientation", **operator(*RECEIVING))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What it is, and that nothing is kept."""
        return page(request, "orientation/new.html")

    @post("/", name="orientation.create", **operator(*RECEIVING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The next question, or the services that the person can also find alone."""
        turn = Turn.model_validate(turn_fields(await typed(request)))
        found = await orientation(work, operator, turn)
        return page(
            request,
            "orientation/show.html",
            status=422 if found.problem else 200,
            groups=tuple(Chance),
            facts=FACTS,
            office=None if found.question else await competent_office(work, operator.ente_id),
            services_url=settings().portal_url.rstrip("/") + "/servizi/",
            **shown(found, fact_words),
        )
