"""Who has written types the code that was sent to the contact."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.access.actions.desk.prove_contact import ProveContact, prove_contact
from domain.kernel.refusals import RuleBroken
from portal.code.cookie import asked_token
from web.access import PUBLIC
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.requests.address import address_of


class ContactProofController(Controller):
    """Confirming the contact."""

    path = "/richieste/conferma"

    @get("/", name="contact_request.proof.new", **PUBLIC)
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The request is there; the form for the code."""
        return _form(request, show())

    @post("/", name="contact_request.proof.create", **PUBLIC)
    async def create(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The contact is confirmed, or the page says what to try next."""
        form = await bind(request, ProveContact, browser_token=asked_token(request), address=address_of(request))
        if form.command is None:
            return _form(request, form, status=422)
        try:
            await prove_contact(form.command, bind=request.app.state.get("bind"))
        except RuleBroken as refusal:
            form.errors["code"] = sentence(refusal.message)
            return _form(request, form, status=422)
        return see_other(request, "/richieste/inviata")


def _form(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    return page(request, "contact_requests/proof.html", status=status, form=form)
