"""What was begun at the desk is finished at home: sharing it, and the sheet that explains how."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.assistance.paths import review_path
from domain.intake.actions.drafts.share_draft import ShareDraft, share_draft
from domain.intake.queries.drafts.home_sheet import home_sheet
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.locale import language_code
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class HandingOverController(Controller):
    """The person goes on alone."""

    path = "/domande/{application_id:uuid}/compilazione/consegna"

    @get("/", name="desk_handing_over.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """A sheet to print: where to sign in, what to open, until when; before sharing there is none."""
        sheet = await home_sheet(work, operator, application_id, language_code())
        if sheet is None:
            return see_other(request, review_path(application_id))
        return page(request, "drafts/home_sheet.html", sheet=sheet, application_id=application_id)

    @post("/", name="desk_handing_over.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """From now on both see it."""
        await share_draft(work, operator, ShareDraft(application_id=application_id))
        return see_other(request, f"/domande/{application_id}/compilazione/consegna")
