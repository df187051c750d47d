"""A contact sheet is opened for who was called, with what is known already."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.organization.queries.codes import known_code
from domain.platform.work import UnitOfWork
from domain.reception.actions.sheets.open_prepared import OpenPrepared, open_prepared
from domain.reception.model.arrival import Arrival
from domain.reception.queries.arrivals.door import arrival, person_with_number
from domain.reception.queries.code_words import CHANNELS
from domain.reception.terms.arrivals import ArrivalStatus

IN_PERSON = "PERSONA"


async def start_sheet(work: UnitOfWork, operator: Operator, arrival_id: UUID) -> UUID:
    """Open it as a draft and give back its id; for a number that has one already, that one.

    Who waits is called by this; the sheet of somebody with an appointment keeps it. Refuses NotAtThisDesk, NotFound,
    NumberSettled for who has gone, DeskClosed.
    """
    found = await arrival(work, operator, arrival_id)
    if found.sheet_id is not None:
        return found.sheet_id
    if found.status is ArrivalStatus.WAITING:
        found.call(operator.operator_id, work.now)
    named = await person_with_number(work, found.id)
    typed = await _typed(work, operator, found)
    opening = OpenPrepared(
        person_id=named.person_id if named else None, appointment_id=found.appointment_id, typed=typed
    )
    sheet_id = await open_prepared(work, operator, opening)
    found.serve(sheet_id)
    if named is not None:
        await work.session.delete(named)
    return sheet_id


async def _typed(work: UnitOfWork, operator: Operator, found: Arrival) -> dict[str, str | list[str]]:
    """What is known of a number: here in person, and why they came."""
    typed: dict[str, str | list[str]] = {}
    if await known_code(work, found.ente_id, CHANNELS, IN_PERSON):
        typed["channel"] = IN_PERSON
    if found.reason:
        typed["reasons"] = [found.reason]
    return typed
