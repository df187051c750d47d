"""Another time for an appointment, or none at all."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.kernel.refusals import Conflict, RuleBroken
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.actions.booking.move_appointment import MoveAppointment, move_appointment
from domain.scheduling.queries.booking.appointment_sheet import AppointmentSheet
from portal.appointments.link import PATH, opened
from portal.booking.kept_nowhere import kept_nowhere
from portal.booking.moments import Choice, choice_of
from portal.booking.shown import times_context
from portal.booking.times import Wish, times_of, wish_of
from web.access import PUBLIC
from web.forms import typed
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentVisit, Work


class AppointmentMoveController(Controller):
    """Moving."""

    path = PATH + "/spostamento"

    @get("/", name="appointment_move.new", **PUBLIC)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """The free times of the same office."""
        return await _times(request, work, await opened(request, work, visit, token))

    @post("/", name="appointment_move.create", **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """Move it; the page tells the way back. When the time is gone it offers the next ones."""
        sheet = await opened(request, work, visit, token)
        choice = choice_of(str((await typed(request)).value("slot")))
        command = MoveAppointment(
            appointment_id=sheet.id, agenda_id=choice.agenda_id, starts_at=choice.starts_at, proof=sheet.proof
        )
        try:
            await move_appointment(work, visit.actor, command)
        except (Conflict, RuleBroken) as refusal:
            await work.discard()
            return await _times(request, work, sheet, problem=sentence(refusal.message), status=409)
        before = Choice(sheet.agenda_id, sheet.starts_at, sheet.manner)
        return see_other(request, f"/appuntamenti/{token}?fatto=spostato&prima={before}")


class AppointmentCancellingController(Controller):
    """Cancelling."""

    path = PATH + "/disdetta"

    @get("/", name="appointment_cancelling.new", **PUBLIC)
    async def new(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """Asked once more."""
        sheet = await opened(request, work, visit, token)
        return kept_nowhere(page(request, "appointments/cancelling.html", sheet=sheet, path=f"/appuntamenti/{token}"))

    @post("/", name="appointment_cancelling.create", **PUBLIC)
    async def create(
        self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit, token: FromPath[str]
    ) -> Response[Any]:
        """It is not held; the place is somebody else's."""
        sheet = await opened(request, work, visit, token)
        await cancel_appointment(work, visit.actor, CancelAppointment(appointment_id=sheet.id, proof=sheet.proof))
        return see_other(request, f"/appuntamenti/{token}?fatto=disdetto")


async def _times(
    request: Request[Any, Any, Any], work: UnitOfWork, sheet: AppointmentSheet, *, problem: str = "", status: int = 200
) -> Response[Any]:
    path = f"/appuntamenti/{sheet.token}"
    wish = Wish(wish_of(request).starts_on, sheet.manner, *sheet.interpreter)
    assert sheet.need_id is not None
    times = await times_of(work, sheet.need_id, sheet.office.id, wish)
    shown = times_context(times, path=f"{path}/spostamento", action=f"{path}/spostamento")
    shown |= {"sheet": sheet, "problem": problem, "back": path, "need_id": ""}
    return kept_nowhere(page(request, "appointments/moving.html", status=status, **shown))
