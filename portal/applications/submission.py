"""Sending an application, and the receipt."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from domain.intake.actions.submit_application import SubmitApplication, submit_application
from domain.intake.queries.application_progress import application_progress
from domain.intake.refusals import AlreadySubmitted, ApplicationIncomplete, SignaturesMissing
from domain.intake.terms import ApplicationStatus
from portal.acting.bar import acting_for
from portal.applications.review import review_page
from web.access import CITIZEN
from web.rendering import page, see_other
from web.work import CurrentCitizen, CurrentVisit, Work


class SubmissionController(Controller):
    """A double click, the back button and a second try all end at the one receipt."""

    path = "/domande/{application_id:uuid}/invio"

    @post("/", name="application.submission", **CITIZEN)
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        visit: CurrentVisit,
        application_id: FromPath[UUID],
    ) -> Response[Any]:
        """Send it once. What is missing is listed on the review (422)."""
        command = SubmitApplication(application_id=application_id, language=visit.language.code)
        try:
            await submit_application(work, citizen, command)
        except AlreadySubmitted:
            await work.discard()
        except (ApplicationIncomplete, SignaturesMissing):
            await work.discard()
            return await review_page(request, work, citizen, application_id, status=422)
        return see_other(request, f"/domande/{application_id}/ricevuta")


class ReceiptController(Controller):
    """What was sent, when, under which number, and what happens now."""

    path = "/domande/{application_id:uuid}/ricevuta"

    @get("/", name="application.receipt", **CITIZEN)
    async def show(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The number and the PDF arrive within seconds: until then the page asks again by itself."""
        progress = await application_progress(work, citizen, application_id)
        if progress.status is ApplicationStatus.DRAFT:
            return Redirect(f"/domande/{application_id}", status_code=303)
        acting = await acting_for(work, citizen, progress)
        is_ready = progress.protocollo is not None and progress.receipt_id is not None
        shown = {"progress": progress, "acting": acting, "is_ready": is_ready}
        return page(request, "applications/receipt.html", block="receipt_state", **shown)
