"""Who is expected, and how they are reached; then the code, for who is not signed in."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post

from domain.kernel.actor import Citizen
from domain.kernel.languages import BY_CODE
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import person_card
from domain.scheduling.actions.booking.keep_booking_draft import KeepBookingDraft, keep_booking_draft
from domain.scheduling.queries.booking.draft import booking_draft
from domain.scheduling.queries.booking.draft_sheet import chosen_time
from domain.scheduling.queries.booking.people_to_book_for import people_to_book_for
from domain.scheduling.refusals import DraftOver
from portal.booking.draft_cookie import draft_token, new_draft_token, remembering
from portal.booking.kept_nowhere import kept_nowhere
from portal.booking.moments import Choice, choice_of
from portal.booking.times import GENDERS
from portal.contact_requests.code import code_for
from web.access import PUBLIC
from web.forms import Form, attempt, bind, show
from web.locale import gettext
from web.rendering import page, see_other
from web.visit import Visit
from web.work import CurrentVisit, Work

PATH = "/prenotazioni"
PROOF, REVIEW = PATH + "/codice", PATH + "/riepilogo"


class BookingDraftController(Controller):
    """Contacts and note."""

    path = PATH

    @get("/nuova", name="booking_draft.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """The form, with what is known of who is signed in, or was typed before in this browser."""
        known = await _known(work, visit, draft_token(request))
        asked = {name: request.query_params.get(name, "") for name in ("motivo", "orario", "interprete", "genere")}
        return await _form(request, work, visit, show(known | asked))

    @post("/", name="booking_draft.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """Keep it for an hour; who is not signed in gets a code."""
        token = draft_token(request) or new_draft_token()
        form = await bind(request, KeepBookingDraft, **await _fixed(request, visit, token))
        if form.command is None:
            return await _form(request, work, visit, form, status=422)
        if isinstance(visit.actor, Citizen):
            if not await attempt(work, visit.actor, form, keep_booking_draft):
                return await _form(request, work, visit, form, status=422)
            return remembering(see_other(request, REVIEW), token)
        return await _with_code(request, work, visit, form, token)


async def _with_code(
    request: Request[Any, Any, Any], work: UnitOfWork, visit: Visit, form: Form[KeepBookingDraft], token: str
) -> Response[Any]:
    """Nobody is signed in: the contact has to be proven before anything is booked."""
    assert form.command is not None
    if not await attempt(work, visit.actor, form, keep_booking_draft):
        return await _form(request, work, visit, form, status=422)
    proof = await code_for(request, visit, email=form.command.email, phone=form.command.phone)
    if proof is None:
        await work.discard()
        form.errors["email"] = gettext("A questo contatto non riusciamo a mandare il codice. Scrivi l'e-mail.")
        return await _form(request, work, visit, form, status=422)
    await keep_booking_draft(work, visit.actor, form.command.model_copy(update={"proof_id": proof.id}))
    return remembering(proof.remembered(see_other(request, PROOF)), token)


async def _fixed(request: Request[Any, Any, Any], visit: Visit, token: str) -> dict[str, Any]:
    typed = await request.form()
    choice = choice_of(str(typed.get("orario", "")))
    fixed: dict[str, Any] = {"token": token, "agenda_id": choice.agenda_id, "starts_at": choice.starts_at}
    fixed |= {"manner": choice.manner, "need_id": str(typed.get("motivo", "")), "language": visit.language.code}
    spoken, gender = str(typed.get("interprete", "")), str(typed.get("genere", ""))
    fixed |= {
        "interpreter_language": spoken if spoken in BY_CODE else "",
        "interpreter_gender": gender if gender in GENDERS else "",
    }
    if isinstance(visit.actor, Citizen):
        return fixed | {"person_id": typed.get("person_id") or visit.actor.person_id, "proof_id": None}
    return fixed | {"person_id": None, "proof_id": None}


async def _known(work: UnitOfWork, visit: Visit, token: str) -> dict[str, Any]:
    try:
        draft = await booking_draft(work, visit.actor, token)
    except DraftOver:
        known: dict[str, Any] = {"wants_reminders": "true"}
        if isinstance(visit.actor, Citizen):
            card = await person_card(work, visit.actor, visit.actor.person_id)
            known |= {"person_id": card.id, "email": card.email or "", "phone": card.phone or ""}
        return known
    names = ("given_name", "family_name", "email", "phone", "note", "person_id")
    flags = {name: "true" for name in ("wants_reminders", "wants_earlier") if getattr(draft, name)}
    return {name: getattr(draft, name) for name in names} | flags


async def _form(
    request: Request[Any, Any, Any], work: UnitOfWork, visit: Visit, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    choice = choice_of(str(form.value("orario")))
    time = await chosen_time(work, _uuid(str(form.value("motivo"))), choice.agenda_id)
    people = []
    if isinstance(visit.actor, Citizen):
        mine = [(str(visit.actor.person_id), gettext("Per me"))]
        others = await people_to_book_for(work, visit.actor, time.need_id)
        people = [*mine, *((str(one.person_id), one.full_name) for one in others)]
    shown = {"time": time, "choice": choice, "people": people if len(people) > 1 else [], "back": _back(time, choice)}
    return kept_nowhere(page(request, "booking/new.html", status=status, form=form, **shown))


def _back(time: Any, choice: Choice) -> str:
    return f"/prenota/{time.need_slug}/{time.office.id}?modo={choice.manner.value}"


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise NotFound from wrong
