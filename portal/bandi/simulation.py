"""Trying out the points: anybody may, nothing is kept."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.catalogue.queries.bandi.open_bandi import PublicBando, public_bando
from domain.intake.queries.bandi.simulation import RowChange, Simulation, simulation
from portal.bandi.pages import PATH, enti_of
from web.access import PUBLIC
from web.forms import show, typed
from web.locale import language_code
from web.rendering import page
from web.requests.row_buttons import row_button
from web.work import CurrentVisit, Work


class BandoSimulationController(Controller):
    """The questions that give points, and the points that they give: counted as the office counts them."""

    path = f"{PATH}/{{slug:str}}/simulazione"

    @get("/", name="bando.simulation.new", **PUBLIC)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, slug: FromPath[str]
    ) -> Response[Any]:
        """The questions, not answered."""
        bando = await public_bando(work, visit.actor, slug, enti_of(visit.site))
        return _page(request, bando, simulation(work, bando.content, bando.form, None, language_code()))

    @post("/", name="bando.simulation.create", **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, slug: FromPath[str]
    ) -> Response[Any]:
        """The points, or one row more or less. Nothing was done: the answer is the page itself."""
        bando = await public_bando(work, visit.actor, slug, enti_of(visit.site))
        sent = await typed(request)
        button = row_button(str(sent.value("action")))
        change = RowChange(button.group, button.row) if button else None
        return _page(request, bando, simulation(work, bando.content, bando.form, sent.values, language_code(), change))


def _page(request: Request[Any, Any, Any], bando: PublicBando, tried: Simulation) -> Response[Any]:
    return page(
        request,
        "bandi/simulation.html",
        status=422 if tried.problems else 200,
        bando=bando,
        score=tried.score,
        questions=tried.questions,
        form=show(tried.answers, tried.problems),
        **_nothing_else(),
    )


def _nothing_else() -> dict[str, Any]:
    """What the questions of an application need besides: here nobody is known and no file is sent."""
    return {
        "is_for_self": False,
        "people": [],
        "files": {},
        "remove_url": lambda _file: None,
        "upload_url": None,
        "application": {"id": ""},
    }
