"""Observations upon the notice that the reply may be no (L. 241/1990 art. 10-bis)."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.examination.send_observations import MOST_FILES, SendObservations, send_observations
from domain.intake.queries.application_progress import application_progress
from domain.intake.queries.examination.ways_of_citizen import may_observe
from domain.intake.refusals import NotUnderWay
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.procedure.queries.proceeding_of import ProceedingSheet
from portal.acting.bar import acting_for
from web.access import CITIZEN
from web.forms import Form, attempt, show, typed
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

LONGEST = 10_000


class ObservationController(Controller):
    """What the person says before the office decides."""

    path = "/domande/{application_id:uuid}/osservazioni"

    @get("/", name="application.observation.new", **CITIZEN)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The reasons of the office, and room to answer."""
        return await _page(request, work, citizen, application_id, show())

    @post("/", name="application.observation.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Send them: the office goes on when they have come."""
        form = await typed(request)
        files = [(one.filename[:255], await one.read()) for one in form.files.get("files", [])[:MOST_FILES]]
        text = str(form.value("text"))[:LONGEST]
        form.command = SendObservations(application_id=application_id, text=text, files=tuple(files))
        if await attempt(work, citizen, form, send_observations):
            return see_other(request, f"/domande/{application_id}?fatto=osservazioni")
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
    found = progress.proceeding
    if found is None or not may_observe(found):
        raise NotUnderWay
    return page(
        request,
        "replies/observations.html",
        status=status,
        form=form,
        progress=progress,
        acting=await acting_for(work, citizen, progress),
        reasons=_reasons(found),
        answer_due_on=found.answer_due_on,
    )


def _reasons(found: ProceedingSheet) -> list[tuple[str, str]]:
    """What the office has written in the notice."""
    code = language_code()
    return [(field.label.in_(code), str(value)) for field, value in found.history[0].fields]
