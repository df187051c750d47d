"""Taking a document out of a draft of the desk."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.assistance.paths import step_path
from backoffice.assistance.saving import save_step, sent_step
from domain.intake.actions.remove_attachment import RemoveAttachment, remove_attachment
from domain.intake.queries.application_form import application_form
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.rendering import see_other
from web.work import CurrentOperator, Work


class DeskAttachmentRemovalController(Controller):
    """A document sent by mistake."""

    path = "/domande/{application_id:uuid}/compilazione/allegati/{attachment_id:uuid}/rimozione"

    @post("/", name="desk_attachment.delete", **operator(*DESK_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        application_id: FromPath[UUID],
        attachment_id: FromPath[UUID],
    ) -> Response[Any]:
        """Take it out; what else was typed on the page is kept."""
        sent = await sent_step(request)
        command = RemoveAttachment(application_id=application_id, attachment_id=attachment_id)
        await remove_attachment(work, operator, command)
        saved = await save_step(work, operator, application_id, sent)
        asked = await application_form(work, operator, saved.application)
        return see_other(request, step_path(application_id, max(1, asked.number_of(sent.step_key))))
