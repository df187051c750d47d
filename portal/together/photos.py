"""Photographs of documents, straight from the telephone into the application."""

from typing import Any

from litestar import Controller, Request, Response, post
from litestar.datastructures import UploadFile

from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.queries.assistance.screen_view import screen_view
from domain.intake.refusals import TooManyAttachments
from domain.kernel.actor import Companion
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from portal.together.cookie import HOME
from portal.together.pages import followed_page
from web.access import COMPANION
from web.forms import typed
from web.locale import language_code
from web.rendering import see_other
from web.work import CurrentCompanion, Work


class PhotoController(Controller):
    """Files for the documents of the step."""

    path = f"{HOME}/foto"

    @post("/", name="followed.photo", **COMPANION)
    async def create(self, request: Request[Any, Any, Any], work: Work, companion: CurrentCompanion) -> Response[Any]:
        """Add them; what cannot be taken is told beside its question (422)."""
        form = await typed(request)
        refused: dict[str, Text] = {}
        for field, files in form.files.items():
            for file in files:
                refused |= await _added(work, companion, field, file)
        if not form.files:
            refused = {str(form.value("question")): _("Scegli una foto o un PDF.")}
        if refused:
            view = await screen_view(work, companion, language_code())
            return followed_page(request, view, form.refuse(refused), status=422)
        return see_other(request, HOME)


async def _added(work: UnitOfWork, companion: Companion, field: str, file: UploadFile) -> dict[str, Text]:
    command = AttachDocument(
        application_id=companion.application_id,
        field=field,
        content=await file.read(),
        file_name=file.filename[:255],
    )
    try:
        await attach_document(work, companion, command)
    except Invalid as problem:
        return dict(problem.fields)
    except TooManyAttachments as problem:
        return {field: problem.message}
    return {}
