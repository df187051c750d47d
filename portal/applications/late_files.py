"""Documents that are sent after the application."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.intake.actions.papers.settle_late_papers import SettleLatePapers, settle_late_papers
from portal.applications.show_page import show_page
from portal.steps.saving import keep_files, sent_step
from web.access import CITIZEN
from web.rendering import see_other
from web.work import CurrentCitizen, Work


class AttachmentController(Controller):
    """What was promised for later."""

    path = "/domande/{application_id:uuid}/allegati"

    @post("/", name="application.attachment.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep the files and go back to the page of the application; 422 with the reason for what cannot be kept."""
        refused = await keep_files(work, citizen, application_id, await sent_step(request))
        refused |= await settle_late_papers(work, citizen, SettleLatePapers(application_id=application_id))
        shown = await show_page(request, work, citizen, application_id, refused) if refused else None
        return shown or see_other(request, f"/domande/{application_id}#documenti")
