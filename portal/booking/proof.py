"""Who books without signing in types the code that was sent to the contact."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.desk.prove_contact import ProveContact, prove_contact
from domain.kernel.refusals import RuleBroken
from domain.scheduling.actions.booking.note_contact_proven import NoteContactProven, note_contact_proven
from domain.scheduling.queries.booking.draft import booking_draft
from portal.booking.draft_cookie import draft_token
from portal.booking.drafts import PROOF, REVIEW
from portal.code.cookie import asked_token
from web.access import PUBLIC
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.requests.address import address_of
from web.work import CurrentVisit, Work


class BookingProofController(Controller):
    """The code."""

    path = PROOF

    @get("/", name="booking_proof.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form."""
        return _form(request, show())

    @post("/", name="booking_proof.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """The contact is theirs; or the page says what to try next."""
        await booking_draft(work, visit.actor, draft_token(request))
        form = await bind(request, ProveContact, browser_token=asked_token(request), address=address_of(request))
        if form.command is None:
            return _form(request, form, status=422)
        try:
            code_id = await prove_contact(form.command, bind=request.app.state.get("bind"))
        except RuleBroken as refusal:
            form.errors["code"] = sentence(refusal.message)
            return _form(request, form, status=422)
        await note_contact_proven(work, visit.actor, NoteContactProven(token=draft_token(request), code_id=code_id))
        return see_other(request, REVIEW)


def _form(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(request, "booking/proof.html", status=status, form=form)
