"""Everything at a glance before it is booked; and another time, when the one that was chosen is gone."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.kernel.refusals import Conflict, Refused
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from domain.scheduling.actions.booking.choose_booking_time import ChooseBookingTime, choose_booking_time
from domain.scheduling.actions.booking.confirm_booking import ConfirmBooking, confirm_booking
from domain.scheduling.queries.booking.draft import booking_draft
from domain.scheduling.queries.booking.draft_sheet import chosen_time
from domain.scheduling.queries.booking.own_link import link_and_proof
from domain.scheduling.refusals import DraftOver, NotBookable, TooManyAppointments
from portal.booking.draft_cookie import draft_token, remembering
from portal.booking.drafts import PATH, REVIEW
from portal.booking.kept_nowhere import kept_nowhere
from portal.booking.moments import choice_of
from portal.booking.proof_cookie import remembering_proof
from portal.booking.shown import times_context
from portal.booking.times import Wish, times_of, wish_of
from web.access import PUBLIC
from web.forms import typed
from web.locale import sentence
from web.rendering import page, see_other
from web.visit import Visit
from web.work import CurrentVisit, Work

TIME = PATH + "/orario"


class BookingReviewController(Controller):
    """The summary."""

    path = REVIEW

    @get("/", name="booking_review.show", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """For what, when, where, who, how they are reached."""
        return await _review(request, work, visit)


class BookingConfirmationController(Controller):
    """Saying yes."""

    path = PATH + "/conferma"

    @post("/", name="booking_confirmation.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """Book it. When the time is gone the page offers the next ones; nothing typed is lost."""
        token = draft_token(request)
        try:
            booked_id = await confirm_booking(work, visit.actor, ConfirmBooking(token=token))
        except DraftOver:
            raise
        except TooManyAppointments as refusal:
            await work.discard()
            return await _review(request, work, visit, problem=sentence(refusal.message), status=422)
        except (Conflict, NotBookable) as refusal:
            await work.discard()
            return await _times(request, work, visit, refusal=refusal)
        path, proof = await link_and_proof(work, booked_id)
        answer = remembering(see_other(request, f"{path}?fatto=prenotato"), "")
        return remembering_proof(answer, booked_id, proof)


class BookingOtherTimeController(Controller):
    """Another time for what was typed."""

    path = TIME

    @get("/", name="booking_other_time.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """The free times of the same office."""
        return await _times(request, work, visit)

    @post("/", name="booking_other_time.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """Take this one instead."""
        choice = choice_of(str((await typed(request)).value("slot")))
        command = ChooseBookingTime(
            token=draft_token(request), agenda_id=choice.agenda_id, starts_at=choice.starts_at, manner=choice.manner
        )
        await choose_booking_time(work, visit.actor, command)
        return see_other(request, REVIEW)


async def _review(
    request: Request[Any, Any, Any], work: UnitOfWork, visit: Visit, *, problem: str = "", status: int = 200
) -> Response[Any]:
    draft = await booking_draft(work, visit.actor, draft_token(request))
    time = await chosen_time(work, draft.need_id, draft.agenda_id)
    who = f"{draft.given_name} {draft.family_name}"
    if draft.person_id is not None:
        known = await names(work, [draft.person_id])
        who = known[draft.person_id].full_name if draft.person_id in known else ""
    shown = {"draft": draft, "time": time, "who": who.strip(), "problem": problem}
    return kept_nowhere(page(request, "booking/review.html", status=status, **shown))


async def _times(
    request: Request[Any, Any, Any], work: UnitOfWork, visit: Visit, *, refusal: Refused | None = None
) -> Response[Any]:
    draft = await booking_draft(work, visit.actor, draft_token(request))
    time = await chosen_time(work, draft.need_id, draft.agenda_id)
    asked = wish_of(request).starts_on
    wish = Wish(asked, draft.manner, draft.interpreter_language, draft.interpreter_gender)
    times = await times_of(work, draft.need_id, time.office.id, wish)
    shown = times_context(times, path=TIME, action=TIME)
    problem = sentence(refusal.message) if refusal else ""
    status = 409 if isinstance(refusal, Conflict) else 422 if refusal else 200
    return page(
        request, "booking/taken.html", status=status, problem=problem, office_name=time.office.name, need_id="", **shown
    )
