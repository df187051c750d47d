"""Deleting a draft."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from domain.intake.actions.drafts.delete_draft import DeleteDraft, delete_draft
from domain.intake.queries.application_progress import application_progress
from domain.intake.terms import ApplicationStatus
from portal.acting.bar import acting_for
from web.access import CITIZEN
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work


class DraftDeletionController(Controller):
    """Asked twice, since it cannot be undone."""

    path = "/domande/{application_id:uuid}/eliminazione"

    @get("/", name="application.deletion.new", **CITIZEN)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """What goes; what was sent already is given up instead."""
        progress = await application_progress(work, citizen, application_id)
        if progress.status is not ApplicationStatus.DRAFT:
            return Redirect(f"/domande/{application_id}", status_code=303)
        acting = await acting_for(work, citizen, progress)
        return page(request, "drafts/deletion.html", progress=progress, acting=acting)

    @post("/", name="application.deletion.create", **CITIZEN)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """It is gone."""
        await delete_draft(work, citizen, DeleteDraft(application_id=application_id))
        return see_other(request, "/domande?eliminata=1")
