"""A step of an application: what it asks, and making it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.applications.passage_page import Way, beside_fields, passage_page, read_passage, read_request, way_of
from backoffice.applications.proposals import proposed
from domain.intake.actions.examination.request_integration import request_integration
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.fire_transition import fire_transition
from web.access import operator
from web.forms import Form, attempt, typed
from web.rendering import see_other
from web.work import CurrentOperator, Work


class PassageController(Controller):
    """The way to another state."""

    path = "/domande/{application_id:uuid}/passaggi/{transition:str}"

    @get("/", name="application.passage.new", **operator(*DESK_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        transition: FromPath[str],
    ) -> Response[Any]:
        """What it means, what it asks, whether a visa will be needed."""
        way = await way_of(work, operator, application_id, transition)
        return await passage_page(request, way, await proposed(request, work, operator, way))

    @post("/", name="application.passage.create", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        transition: FromPath[str],
    ) -> Response[Any]:
        """Make it, or ask the visa; when a colleague was faster the page says so, and nothing typed is lost."""
        form = await typed(request)
        way = await way_of(work, operator, application_id, transition)
        if await _made(work, operator, form, way):
            done = "passaggio" if form.answer.passage_id else "visto-chiesto"
            return see_other(request, f"/domande/{application_id}?fatto={done}")
        beside_fields(form, way)
        again = await way_of(work, operator, application_id, transition)
        return await passage_page(request, again, form, status=422)


async def _made(work: UnitOfWork, operator: Operator, form: Form[Any], way: Way) -> bool:
    """Whether the step was made, or its visa asked; a request of what is missing goes with its items."""
    if way.is_request:
        form.command = read_request(form, way, work.today)
        return await attempt(work, operator, form, request_integration, "passage")
    form.command = read_passage(form, way, work.today)
    return await attempt(work, operator, form, fire_transition, "passage")
