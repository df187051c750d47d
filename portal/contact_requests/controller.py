"""A form for who cannot or does not want to sign in: we call back; the contact is confirmed with a code."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.count_try import count_try
from domain.intake.actions.contact_requests.ask_to_be_called import AskToBeCalled, ask_to_be_called
from domain.intake.terms import RequestKind
from domain.kernel.refusals import Invalid, RuleBroken
from portal.contact_requests.code import code_for
from web.access import PUBLIC
from web.forms import Form, bind, show
from web.locale import language_code, sentence
from web.rendering import page, see_other
from web.requests.address import address_of
from web.work import CurrentVisit, Work

TRAP = "website"
"""A field that no person sees: who fills it in is a program, is thanked, and is not heard."""
SENT, PROOF = "/richieste/inviata", "/richieste/conferma"


class ContactRequestController(Controller):
    """Asking to be called back."""

    path = "/richieste"

    @get("/nuova", name="contact_request.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any], visit: CurrentVisit) -> Response[Any]:
        """The form."""
        name = visit.signed_in.name if visit.signed_in else ""
        return _form(
            request, visit, show({"kind": RequestKind.MYSELF.value, "name": name, "language": language_code()})
        )

    @post("/", name="contact_request.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any], work: Work, visit: CurrentVisit) -> Response[Any]:
        """Keep it for the desk, and have a code sent to the contact where that can be done."""
        form = await bind(request, AskToBeCalled, ente_id=visit.site.ente_id)
        if form.value(TRAP):
            return see_other(request, SENT)
        if form.command is None:
            return _form(request, visit, form, status=422)
        try:
            await count_try(f"contact request {address_of(request)}", "", bind=request.app.state.get("bind"))
            proof = await code_for(request, visit, email=form.command.email, phone=form.command.phone)
            asked = form.command.model_copy(update={"proof_id": proof.id if proof else None})
            await ask_to_be_called(work, visit.actor, asked)
        except (Invalid, RuleBroken) as refusal:
            return _refused(request, visit, form, refusal)
        return proof.remembered(see_other(request, PROOF)) if proof else see_other(request, SENT)

    @get("/inviata", name="contact_request.sent", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """It has arrived: what happens now."""
        return page(request, "contact_requests/sent.html")


def _refused(
    request: Request[Any, Any, Any], visit: CurrentVisit, form: Form[Any], refusal: Invalid | RuleBroken
) -> Response[Any]:
    if isinstance(refusal, Invalid):
        form.refuse(refusal)
    else:
        form.errors["need"] = sentence(refusal.message)
    return _form(request, visit, form, status=422)


def _form(request: Request[Any, Any, Any], visit: CurrentVisit, form: Form[Any], *, status: int = 200) -> Response[Any]:
    languages = [(one.code, one.native_name) for one in visit.languages]
    kinds = [(one.value, sentence(one.label)) for one in RequestKind]
    template = "contact_requests/new.html"
    return page(request, template, status=status, form=form, spoken=languages, kinds=kinds, trap=TRAP)
