"""The steps of an application: a page of questions, and saving it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from portal.steps.conflict import save_or_choose
from portal.steps.going_on import after_saving
from portal.steps.saving import sent_step
from portal.steps.step_page import step_page, step_url
from web.access import CITIZEN, CITIZEN_SAVING
from web.rendering import see_other
from web.work import CurrentCitizen, CurrentVisit, Work


class StepController(Controller):
    """One step a page."""

    path = "/domande/{application_id:uuid}/passi/{number:int}"

    @get("/", name="application.step.show", **CITIZEN)
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        application_id: FromPath[UUID],
        number: FromPath[int],
    ) -> Response[Any]:
        """The questions, with what is answered or known already."""
        return await step_page(request, work, citizen, application_id, number)

    @post("/", name="application.step.save", **CITIZEN_SAVING)
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        visit: CurrentVisit,
        application_id: FromPath[UUID],
        number: FromPath[int],
    ) -> Response[Any]:
        """Keep what was typed, right or wrong, and go on; saved from two windows, the person chooses."""
        sent = await sent_step(request)
        saved = await save_or_choose(request, work, citizen, application_id, number, sent)
        if isinstance(saved, Response):
            return saved
        if visit.signed_in is None:
            return see_other(request, f"/accedi?next={step_url(application_id, number)}")
        return await after_saving(request, work, citizen, saved, sent, number)
