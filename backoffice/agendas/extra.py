"""Days on which an agenda receives besides its week."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.agendas.hours_form import NEW_ROW
from backoffice.agendas.paths import AGENDA, KEEPING, agenda_path
from backoffice.procedures.drafts.pages import many
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.add_extra_opening import AddExtraOpening, add_extra_opening
from domain.scheduling.actions.agendas.remove_extra_opening import RemoveExtraOpening, remove_extra_opening
from domain.scheduling.queries.agendas.agenda_sheet import agenda_sheet
from domain.scheduling.terms import Manner, Way
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work


class ExtraOpeningController(Controller):
    """The further openings."""

    path = f"{AGENDA}/aperture"

    @get("/nuova", name="extra_opening.new", **operator(*KEEPING))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, agenda_id: FromPath[UUID]
    ) -> Response[Any]:
        """An empty form."""
        return await _page(request, work, operator, agenda_id, show(NEW_ROW))

    @post("/", name="extra_opening.create", **operator(*KEEPING))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, agenda_id: FromPath[UUID]
    ) -> Response[Any]:
        """Add it."""
        sent = await typed(request)
        lists = {name: many(sent.value(name)) for name in ("manners", "ways")}
        form = await bind(request, AddExtraOpening, agenda_id=agenda_id, **lists)
        if await attempt(work, operator, form, add_extra_opening, "opens_on"):
            return see_other(request, agenda_path(agenda_id, "?fatto=1"))
        return await _page(request, work, operator, agenda_id, form, status=422)

    @post("/{opening_id:uuid}/eliminazione", name="extra_opening.removal", **operator(*KEEPING))
    async def delete(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        agenda_id: FromPath[UUID],
        opening_id: FromPath[UUID],
    ) -> Response[Any]:
        """Take it away."""
        await remove_extra_opening(work, operator, RemoveExtraOpening(agenda_id=agenda_id, opening_id=opening_id))
        return see_other(request, agenda_path(agenda_id, "?fatto=1"))


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    agenda_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    return page(
        request,
        "agendas/extra.html",
        status=status,
        form=form,
        agenda=await agenda_sheet(work, operator, agenda_id),
        manners=[(one.value, sentence(one.label)) for one in Manner],
        ways=[(one.value, sentence(one.label)) for one in Way],
    )
