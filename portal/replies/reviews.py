"""Asking the office to look again at its decision."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.examination.ask_review import AskReview, ask_review
from domain.intake.queries.application_progress import application_progress
from domain.intake.queries.examination.ways_of_citizen import review_of
from domain.intake.refusals import NotUnderWay
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_for
from web.access import CITIZEN
from web.forms import Form, attempt, show, typed
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work


class DecisionReviewController(Controller):
    """Where the procedure has it."""

    path = "/domande/{application_id:uuid}/riesame"

    @get("/", name="application.decision_review.new", **CITIZEN)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """What it means, and why it is asked."""
        return await _page(request, work, citizen, application_id, show())

    @post("/", name="application.decision_review.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Ask it."""
        form = await typed(request)
        form.command = AskReview(application_id=application_id, fields=dict(form.values))
        if await attempt(work, citizen, form, ask_review):
            return see_other(request, f"/domande/{application_id}?fatto=riesame")
        return await _page(request, work, citizen, application_id, form, status=422)


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    citizen: Citizen,
    application_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    progress = await application_progress(work, citizen, application_id)
    way = review_of(progress.proceeding) if progress.proceeding else None
    if way is None:
        raise NotUnderWay
    code = language_code()
    asked = [
        (field, field.label.in_(code), [(one.value, one.label.in_(code)) for one in field.options])
        for field in way.fields
    ]
    return page(
        request,
        "replies/review.html",
        status=status,
        form=form,
        progress=progress,
        acting=await acting_for(work, citizen, progress),
        asked=asked,
    )
