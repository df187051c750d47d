"""Photographs of documents, straight from the telephone into the application."""

from typing import Any

from litestar import Controller, Request, Response, post

from domain.intake.queries.assistance.screen_view import screen_view
from domain.kernel.text import _
from portal.steps.saving import keep_whole_files
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
        refused = await keep_whole_files(work, companion, companion.application_id, form)
        if not form.files:
            refused = {str(form.value("question")): _("Scegli una foto o un PDF.")}
        if refused:
            view = await screen_view(work, companion, language_code())
            return followed_page(request, view, form.refuse(refused), status=422)
        return see_other(request, HOME)
