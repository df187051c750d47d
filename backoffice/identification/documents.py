"""Second screen: the document in hand and where the codes go. Third: the slip to print."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.identification.slip import slip_words
from domain.access.actions.desk.identify_citizen import IdentifyCitizen, identify_citizen
from domain.access.queries.desk_accounts import desk_account
from domain.access.queries.desk_slips import desk_slip
from domain.access.queries.other_ways_in import is_sending_sms
from domain.access.terms import IdentityDocument
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, CurrentVisit, Work


class IdentificationController(Controller):
    """Recognising a person by a document."""

    path = "/riconoscimenti"

    @get("/persone/{person_id:uuid}", name="identification.new", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The person, and the form."""
        return await _form(request, work, operator, person_id, show())

    @post("/persone/{person_id:uuid}", name="identification.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write the recognition down, then show the slip."""
        form = await bind(request, IdentifyCitizen, person_id=person_id)
        if form.command is None:
            return await _form(request, work, operator, person_id, form, status=422)
        try:
            identification_id = await identify_citizen(work, operator, form.command)
        except Invalid as refusal:
            await work.discard()
            return await _form(request, work, operator, person_id, form.refuse(refusal), status=422)
        return see_other(request, f"/riconoscimenti/{identification_id}/foglio")

    @get("/{identification_id:uuid}/foglio", name="identification.slip", **operator(*DESK_ROLES))
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        visit: CurrentVisit,
        identification_id: FromPath[UUID],
    ) -> Response[Any]:
        """The slip, in the person's language."""
        slip = await desk_slip(work, operator, identification_id)
        return page(request, "identification/slip.html", slip=slip, words=slip_words(slip, visit.site.ente_name))


async def _form(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    if card.id != person_id:  # the record was joined to another one
        return see_other(request, f"/riconoscimenti/persone/{card.id}")
    if not form.values:
        form = show({"email": card.email, "phone": card.phone if is_sending_sms() else None})
    return page(
        request,
        "identification/document.html",
        status=status,
        form=form,
        card=card,
        account=await desk_account(work, operator, person_id),
        documents=[(one.value, sentence(one.label)) for one in IdentityDocument],
        is_sms=is_sending_sms(),
    )
