"""The page of who waits, made the same way wherever it is shown again."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES
from domain.organization.queries.codes import codes_of
from domain.platform.work import UnitOfWork
from domain.reception.queries.arrivals.waiting_room import waiting_room
from domain.reception.queries.code_words import REASONS, choosable, labels
from domain.reception.queries.desks.desk_of import desk_of
from domain.registry.queries.names import names
from web.forms import Form
from web.rendering import page
from web.visit import visit_of

PATH = "/accoglienza/attesa"
BY_ITSELF = {"da-sola": "1"}
"""What the page adds when it asks by itself: such a request does not keep the session alive."""
LEFT_TO_WARN = 4 * 60
"""From so many seconds before the session ends the page asks no more, and says so."""


async def waiting_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """The numbers of the operator's office, and the form that gives another one."""
    reasons = (await codes_of(work, operator.ente_id, (REASONS,), also_inactive=True))[REASONS]
    signed_in = visit_of(request).signed_in
    person_id = _uuid(str(form.value("person_id")))
    person = (await names(work, [person_id])).get(person_id) if person_id else None
    room = await waiting_room(work, operator)
    return page(
        request,
        "waiting/list.html",
        block="waiting",
        status=status,
        form=form,
        room=room,
        mine=next((row.id for row in room.called if row.is_mine), None),
        reasons=[(row.code, row.label) for row in choosable(reasons)],
        reason_names=labels(reasons),
        tongues=[(one.code, one.native_name) for one in LANGUAGES],
        language_names={one.code: one.native_name for one in LANGUAGES},
        places=(await desk_of(work, operator.office_id)).desk_points,
        person=person,
        person_id=person_id if person else None,
        given=_number(request, "numero"),
        gone=_number(request, "uscita"),
        is_live=signed_in is not None and signed_in.expires_in > LEFT_TO_WARN,
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _number(request: Request[Any, Any, Any], name: str) -> str:
    """A number that was given or has gone, to be said once; anything else is nothing."""
    text = request.query_params.get(name, "")
    return text if text.isdecimal() and len(text) < 5 else ""
