"""An application like one that was sent before."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.intake.actions.drafts.copy_application import CopyApplication, copy_application
from domain.intake.queries.drafts.copy_preview import copy_preview
from domain.intake.refusals import DraftThere
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_for
from portal.steps.step_page import step_url
from web.access import CITIZEN
from web.rendering import page, see_other
from web.work import CurrentCitizen, CurrentVisit, Work


class ApplicationCopyController(Controller):
    """First one reads what is taken over, then one begins."""

    path = "/domande/{application_id:uuid}/copia"

    @get("/", name="application.copy.new", **CITIZEN)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """Which answers will stand in it, and which not."""
        return await _preview(request, work, citizen, application_id)

    @post("/", name="application.copy.create", **CITIZEN)
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        citizen: CurrentCitizen,
        visit: CurrentVisit,
        application_id: FromPath[UUID],
    ) -> Response[Any]:
        """The draft; 409 with the same page where there is one in which something was written."""
        command = CopyApplication(application_id=application_id, language=visit.language.code)
        try:
            draft = await copy_application(work, citizen, command)
        except DraftThere:
            await work.discard()
            return await _preview(request, work, citizen, application_id, status=409)
        return see_other(request, step_url(draft.id, 1))


async def _preview(
    request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, application_id: UUID, *, status: int = 200
) -> Response[Any]:
    found = await copy_preview(work, citizen, application_id)
    acting = await acting_for(work, citizen, found.application)
    return page(request, "drafts/copy.html", status=status, found=found, acting=acting)
