"""Taking a document out of a draft."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from domain.intake.actions.remove_attachment import RemoveAttachment, remove_attachment
from domain.intake.queries.application_form import application_form
from portal.steps.saving import save_step, sent_step
from portal.steps.step_page import step_url
from web.access import CITIZEN
from web.rendering import see_other
from web.work import CurrentCitizen, Work


class AttachmentRemovalController(Controller):
    """A document sent by mistake."""

    path = "/domande/{application_id:uuid}/allegati/{attachment_id:uuid}/rimozione"

    @post("/", name="application.attachment.delete", **CITIZEN)
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        application_id: FromPath[UUID],
        attachment_id: FromPath[UUID],
    ) -> Response[Any]:
        """Take it out; what else was typed on the page is kept."""
        sent = await sent_step(request)
        await remove_attachment(
            work, citizen, RemoveAttachment(application_id=application_id, attachment_id=attachment_id)
        )
        saved = await save_step(work, citizen, application_id, sent)
        asked = await application_form(work, citizen, saved.application)
        return see_other(request, step_url(application_id, max(1, asked.number_of(sent.step_key))))
