"""A contact sheet is opened for who was called, with what is known already."""

from uuid import UUID, uuid4

from domain.kernel.actor import Operator
from domain.organization.queries.codes import known_code
from domain.platform.work import UnitOfWork
from domain.reception.actions.sheets.keep_draft import KeepDraft, keep_draft
from domain.reception.model.arrival import Arrival
from domain.reception.queries.arrivals.door import arrival, person_with_number
from domain.reception.queries.code_words import CHANNELS
from domain.reception.queries.sheets.sheet_defaults import sheet_defaults
from domain.reception.terms.arrivals import ArrivalStatus

IN_PERSON = "PERSONA"


async def start_sheet(work: UnitOfWork, operator: Operator, arrival_id: UUID) -> UUID:
    """Open it as a draft and give back its id; for a number that has one already, that one.

    Who waits is called by this. Refuses NotAtThisDesk, NotFound, NumberSettled for who has gone, DeskClosed.
    """
    found = await arrival(work, operator, arrival_id)
    if found.sheet_id is not None:
        return found.sheet_id
    if found.status is ArrivalStatus.WAITING:
        found.call(operator.operator_id, work.now)
    named = await person_with_number(work, found.id)
    sheet_id, person_id = uuid4(), named.person_id if named else None
    typed = await _typed(work, operator, found, person_id)
    await keep_draft(work, operator, KeepDraft(sheet_id=sheet_id, person_id=person_id, typed=typed))
    await work.session.flush()  # the number points at the sheet, which must be there
    found.serve(sheet_id)
    if named is not None:
        await work.session.delete(named)
    return sheet_id


async def _typed(
    work: UnitOfWork, operator: Operator, found: Arrival, person_id: UUID | None
) -> dict[str, str | list[str]]:
    """The page as if it had been typed: here in person, why they came, and who it is."""
    typed: dict[str, str | list[str]] = {
        key: text for key, text in (await sheet_defaults(work, operator)).items() if text
    }
    if await known_code(work, found.ente_id, CHANNELS, IN_PERSON):
        typed["channel"] = IN_PERSON
    if found.reason:
        typed["reasons"] = [found.reason]
    if person_id is not None:
        typed["person_id"] = str(person_id)
    return typed
