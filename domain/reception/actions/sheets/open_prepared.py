"""A contact sheet is opened with what is known already: who it is, why they come, their appointment."""

from uuid import UUID, uuid4

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.platform.work import UnitOfWork
from domain.reception.actions.sheets.keep_draft import KeepDraft, keep_draft
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.queries.sheets.sheet_defaults import sheet_defaults
from domain.reception.terms.desks import Section
from domain.scheduling.queries.day.appointments_today import appointment_row
from domain.scheduling.queries.day.day_row import DayRow

ITALIAN = "it"


class OpenPrepared(BaseModel):
    """What is known: ``typed`` as if it had been typed on the page."""

    person_id: UUID | None = None
    appointment_id: UUID | None = None
    typed: dict[str, str | list[str]] = {}


async def open_prepared(work: UnitOfWork, operator: Operator, command: OpenPrepared) -> UUID:
    """Open it as a draft of the operator's and give back its id.

    From an appointment come the reason in words, how to reach who booked, the language and who interprets. Refuses
    NotAtThisDesk, NotFound, DeskClosed.
    """
    typed = {key: text for key, text in (await sheet_defaults(work, operator)).items() if text} | command.typed
    person_id, sheet_id = command.person_id, uuid4()
    if command.appointment_id is not None:
        known = await appointment_row(work, operator, command.appointment_id)
        sections = (await desk_of(work, operator.office_id)).sections
        person_id = person_id or known.person_id
        typed |= _of_appointment(known, has_mediation=Section.MEDIATION in sections)
    if person_id is not None:
        typed["person_id"] = str(person_id)
    await keep_draft(work, operator, KeepDraft(sheet_id=sheet_id, person_id=person_id, typed=typed))
    await work.session.flush()  # what points at the sheet must find it
    if command.appointment_id is not None:
        opened = (await work.session.exec(select(ContactSheet).where(col(ContactSheet.id) == sheet_id))).one()
        opened.appointment_id = command.appointment_id
    return sheet_id


def _of_appointment(known: DayRow, *, has_mediation: bool) -> dict[str, str]:
    """The answers that the appointment gives; names and telephone only of who is not in the registry."""
    found = {"reason_words": known.need.get(ITALIAN, "")}
    if known.person_id is None:
        found |= {"given_name": known.given_name, "family_name": known.family_name, "phone": known.phone}
    if has_mediation and known.interpreters:
        found["mediation.language"] = BY_CODE[known.language].native_name if known.language in BY_CODE else ""
        found["mediation.mediator"] = ", ".join(known.interpreters)
    return {key: text for key, text in found.items() if text}
