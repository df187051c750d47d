"""The questionnaire for everybody: no name, no cookie of its own, nothing kept."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.catalogue.queries.orientation import Turn, orientation
from domain.catalogue.queries.requirements import FACTS, fact_words
from domain.catalogue.terms import Chance
from domain.organization.queries.competent_office import competent_office
from web.access import PUBLIC
from web.forms import typed
from web.orientation.turns import shown, turn_fields
from web.rendering import page
from web.work import CurrentVisit, Work


class OrientationController(Controller):
    """One question a page; the answers travel with the form."""

    path = "/orientamento"

    @get("/", name="orientation", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """What it is, and that nothing is kept."""
        return page(request, "orientation/new.html")

    @post("/", name="orientation.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """The next question, or the services: an answer to the form itself, because an address would tell."""
        turn = Turn.model_validate(turn_fields(await typed(request)))
        found = await orientation(work, visit.actor, turn)
        answer = page(
            request,
            "orientation/show.html",
            status=422 if found.problem else 200,
            groups=tuple(Chance),
            facts=FACTS,
            office=None if found.question else await competent_office(work, visit.site.ente_id),
            services_url="/servizi/",
            **shown(found, fact_words),
        )
        answer.headers["Cache-Control"] = "no-store"  # not even for the next person at a shared computer
        return answer
