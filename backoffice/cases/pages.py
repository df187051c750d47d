"""The page of a case, made the same way wherever it is shown again."""

from typing import Any

from litestar import Request, Response

from backoffice.next_appointments.origin import BOOKED, BOOKED_ELSEWHERE
from domain.casework.queries.case_file import CaseFile
from domain.casework.terms import WRITTEN_KINDS, CaseStatus
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.reading import ReadingPurpose
from domain.kernel.roles import CASE_ROLES
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.day.next_appointments import next_appointments
from web.forms import Form
from web.locale import sentence
from web.pagination import PageLinks
from web.rendering import page

BOOKINGS = (BOOKED, BOOKED_ELSEWHERE)
DONE = {"presa": "taken", "nota": "noted", "proposta": "proposed"}


async def case_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    found: CaseFile,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The case with the form for a new diary entry, and when the person is expected next."""
    done = request.query_params.get("fatto", "")
    waits = any(application.is_waiting for application in found.applications)
    is_mine = found.responsible_id == operator.operator_id
    spoken = BY_CODE.get(found.person.language)
    return page(
        request,
        "cases/show.html",
        block="case_detail",
        status=status,
        case=found,
        form=form,
        may_take=operator.has(*CASE_ROLES) and (found.status is not CaseStatus.IN_CHARGE or (is_mine and waits)),
        may_write=operator.has(*CASE_ROLES),
        done=DONE.get(done, done if done in BOOKINGS else None),
        next_ones=await next_appointments(work, operator, found.person.id, ReadingPurpose.CASE_WORK),
        booking_url=f"/appuntamenti/nuovo?persona={found.person.id}&da=caso.{found.id}",
        spoken=spoken.native_name if spoken else found.person.language,
        kinds=[(kind.value, sentence(kind.label)) for kind in WRITTEN_KINDS],
        diary_pages=PageLinks(found.diary.number, found.diary.pages, f"/casi/{found.id}", {}),
    )
