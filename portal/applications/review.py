"""Everything on one page before it is sent (C.SE.1.4)."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Redirect

from domain.intake.queries.application_review import application_review
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_for
from portal.applications.review_rows import review_sections
from portal.steps.step_page import step_url
from web.access import CITIZEN
from web.locale import gettext, language_code
from web.rendering import page
from web.work import CurrentCitizen, Work


class ReviewController(Controller):
    """Check and send."""

    path = "/domande/{application_id:uuid}/riepilogo"

    @get("/", name="application.review", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """All answers, each with its way back; what was sent already is shown on its own page."""
        return await review_page(request, work, citizen, application_id)


async def review_page(
    request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, application_id: UUID, *, status: int = 200
) -> Response[Any]:
    """The review; 422 when somebody tried to send what is not complete."""
    review = await application_review(work, citizen, application_id, language=language_code())
    if not review.application.is_draft:
        return Redirect(f"/domande/{application_id}", status_code=303)
    way = [(step.title, step_url(application_id, place)) for place, step in enumerate(review.steps, 1)]
    return page(
        request,
        "applications/review.html",
        status=status,
        application=review.application,
        acting=await acting_for(work, citizen, review.application),
        card=review.card,
        sections=review_sections(review),
        is_complete=review.is_complete,
        signatures=review.signatures,
        is_being_signed=review.is_being_signed,
        is_signed=review.is_signed,
        done=request.query_params.get("firme", ""),
        way=[*way, (gettext("Controlla e invia"), f"/domande/{application_id}/riepilogo")],
    )
