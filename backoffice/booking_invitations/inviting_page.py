"""The page on which an operator invites somebody."""

from typing import Any

from litestar import Request, Response

from backoffice.appointments.day_page import uuid_of
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.inviting.invitable import invitable_person, invitable_places
from domain.scheduling.queries.inviting.invitation_list import invitation_row
from domain.scheduling.queries.inviting.term import usual_last_day
from web.forms import Form
from web.locale import localised
from web.rendering import page


async def asked_in(request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator) -> dict[str, Any]:
    """What the address says of a new invitation: the person and the need, or an invitation to repeat (``da``)."""
    asked = request.query_params
    known: dict[str, Any] = {"person_id": asked.get("persona", ""), "need_id": asked.get("motivo", "")}
    known |= {"office_id": operator.office_id, "book_by_on": await usual_last_day(work, operator.ente_id)}
    former_id = uuid_of(asked.get("da", ""))
    if former_id is not None:
        former = await invitation_row(work, operator, former_id)
        known |= {name: getattr(former, name) for name in ("person_id", "need_id", "office_id", "note")}
    return known


async def inviting_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """The form; without a person what to do first, and for who must be left alone that nothing is sent."""
    person_id = uuid_of(str(form.value("person_id")))
    places = await invitable_places(work, operator)
    person = await invitable_person(work, operator, person_id) if person_id else None
    return page(
        request,
        "booking_invitations/new.html",
        status=status,
        form=form,
        person=person,
        needs=list({str(one.need_id): localised(dict(one.need)) for one in places}.items()),
        offices=sorted({str(one.office_id): one.office for one in places}.items(), key=lambda one: one[1]),
    )
