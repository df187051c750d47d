"""A sheet as it is read, with what may be done with it."""

from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.organization.queries.offices import OfficeRow
from domain.platform.work import UnitOfWork
from domain.reception.queries.code_words import CATEGORIES, choosable, desk_codes
from domain.reception.queries.desk_access import may_answer
from domain.reception.queries.desks.notices import consents_of, notice_taken_by
from domain.reception.queries.destinations import destinations
from domain.reception.queries.sheets.sheet_file import ReferralRow, SheetFile, sheet_file
from domain.reception.terms.desks import Section, Sight
from domain.reception.terms.passing_on import ProposalStatus, ProposalUrgency, ReferralStatus
from domain.reception.terms.sheets import Dimension, SheetStatus
from domain.scheduling.queries.day.next_appointments import next_appointments
from web.forms import Form
from web.locale import gettext, sentence
from web.rendering import page

NEW = "/appuntamenti/nuovo"
DONE = frozenset({"completa", "nota", "inviata", "proposta", "ricevuta", "respinta", "segnata", "allegato", "revocato"})


async def sheet_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    sheet_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The sheet; what ``operator`` may not see is not in the page."""
    file = await sheet_file(work, operator, sheet_id)
    offices = await destinations(work, operator, file.ente_id, file.office_id) if file.may_write else []
    person_id = file.person.id if file.person else None
    codes = await desk_codes(work, file.ente_id)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "sheet_reading/show.html",
        status=status,
        file=file,
        form=form,
        done=done if done in DONE else "",
        booked=done,
        masked=[sentence(one.label) for one, sight in file.sights.items() if sight is Sight.MASKED],
        shows={one.value: file.shows(one) for one in Section},
        dimensions=list(Dimension),
        is_complete=file.status is SheetStatus.COMPLETE,
        may_answer=may_answer(operator),
        to_answer=[one for one in file.proposals if one.status.is_open] if may_answer(operator) else [],
        received=_received(file, operator),
        offices=[(str(one.id), _called(one)) for one in offices],
        categories=[(row.code, row.label) for row in choosable(codes[CATEGORIES])],
        urgencies=[(one.value, sentence(one.label)) for one in ProposalUrgency],
        may_propose=_may_propose(file),
        taken=await notice_taken_by(work, operator, file.office_id, person_id) if person_id else None,
        **await _appointments(work, operator, file),
        consents=await consents_of(work, operator, file.office_id, person_id) if person_id else [],
    )


async def _appointments(work: UnitOfWork, operator: Operator, file: SheetFile) -> dict[str, Any]:
    """When the person comes next, and where who receives books; nothing for others, or while nobody is known."""
    if file.person is None or not operator.has(*DESK_ROLES):
        return {"next_ones": [], "booking_url": ""}
    found = await next_appointments(work, operator, file.person.id)
    return {"next_ones": found, "booking_url": f"{NEW}?persona={file.person.id}&da=scheda.{file.id}"}


def _received(file: SheetFile, operator: Operator) -> list[ReferralRow]:
    """What was sent to the operator's office, and waits for its answer."""
    sent = [one for one in file.referrals if one.status is ReferralStatus.SENT]
    return [one for one in sent if one.to_office_id == operator.office_id]


def _called(office: OfficeRow) -> str:
    """The office and its ente; where no e-mail can tell it of a sheet, that too."""
    named = f"{office.name} – {office.ente_name}"
    return named if office.email else gettext("%(office)s (senza e-mail: non riceve l'avviso)") % {"office": named}


def _may_propose(file: SheetFile) -> bool:
    """Whether a proposal is still to be made: a whole sheet of somebody known, with no proposal open or accepted."""
    waits = any(one.status.is_open or one.status is ProposalStatus.ACCEPTED for one in file.proposals)
    return file.may_write and file.status is SheetStatus.COMPLETE and not file.is_anonymous and not waits
