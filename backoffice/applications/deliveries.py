"""The day on which the person received a notice."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.applications.pages import application_page
from domain.intake.queries.examination.application_standing import application_standing
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.procedure.actions.moving.note_receipt import NoteReceipt, note_receipt
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class DeliveryController(Controller):
    """From the receipt of delivery, or from the desk."""

    path = "/domande/{application_id:uuid}/consegna"

    @post("/", name="application.delivery.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, application_id: FromPath[UUID]
    ) -> Response[Any]:
        """The person's days run from it."""
        standing = await application_standing(work, operator, application_id)
        if standing is None:
            raise NotFound
        form = await bind(request, NoteReceipt, proceeding_id=standing.id)
        if await attempt(work, operator, form, note_receipt, "served_on"):
            return see_other(request, f"/domande/{application_id}?fatto=consegna")
        return await application_page(request, work, operator, application_id, form, status=422)
