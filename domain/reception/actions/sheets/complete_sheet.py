"""A contact is written down whole: everything asked for is there, and it counts from now on."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork
from domain.reception.actions.notices.give_consent import GiveConsent, give_consent
from domain.reception.actions.notices.take_notice import TakeNotice, take_notice
from domain.reception.actions.sheets.keep_draft import KeepDraft, keep_draft
from domain.reception.actions.sheets.settle_person import SettlePerson, settle_person
from domain.reception.actions.sheets.write_parts import WriteParts, write_parts
from domain.reception.events import SheetCompleted
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.sheets.door import sheet_to_write
from domain.reception.queries.sheets.understood_sheet import UnderstoodSheet, understood_sheet
from domain.reception.rules.written_sheet import WrittenSheet
from domain.registry.queries.bodies.bodies_named import bodies_named
from domain.scheduling.actions.day.note_held import NoteHeld, note_held

KEPT_FIRST = {"sheet_id", "seen_version", "person_id", "is_anonymous", "contact_on"}
PLAIN = (
    "is_anonymous",
    "contact_on",
    "desk_point",
    "channel",
    "interlocutor",
    "interlocutor_office",
    "reason_words",
    "accompanied_by",
    "is_person_present",
    "is_person_informed",
    "orientation",
    "outcome",
    "closing_note",
)


class CompleteSheet(WrittenSheet):
    """Everything on the page."""


async def complete_sheet(work: UnitOfWork, operator: Operator, command: CompleteSheet) -> None:
    """Write the sheet, the person as far as the registry did not know them, the notice and the consents; complete it.

    Refuses Invalid beside every field in which something is missing or wrong, and what ``keep_draft`` refuses.
    """
    draft = KeepDraft.model_validate(command.model_dump(include=KEPT_FIRST))
    await keep_draft(work, operator, draft)
    await work.session.flush()  # a new sheet must be there before it is read through its door
    found = await sheet_to_write(work, operator, command.sheet_id)
    said = await understood_sheet(work, operator, found, command)
    if said.problems:
        raise Invalid(said.problems)
    person_id = None
    if not command.is_anonymous:
        settling = SettlePerson(person_id=command.person_id, told=said.told, known=said.known)
        person_id = await settle_person(work, operator, settling)
    _write(work, found, command, said, person_id, await _bodies(work, operator, command))
    found.complete(work.now)
    await work.session.flush()  # the parts refer to the sheet as it is now
    await write_parts(work, operator, WriteParts(sheet_id=found.id, needs=said.needs, requests=said.requests))
    if person_id is not None:
        await _agreements(work, operator, found, command, person_id)
    if found.appointment_id is not None:
        await note_held(work, operator, NoteHeld(appointment_id=found.appointment_id))
    await work.record(SheetCompleted(ente_id=found.ente_id, sheet_id=found.id, office_id=found.office_id))


async def _bodies(work: UnitOfWork, operator: Operator, command: CompleteSheet) -> dict[str, UUID | None]:
    """The organisations that are meant by the names typed of them."""
    speaks, tells = command.interlocutor_office, command.reporter.organisation
    known = await bodies_named(work, operator, (speaks, tells))
    return {"interlocutor_body_id": known.get(speaks), "reporter_body_id": known.get(tells)}


def _write(
    work: UnitOfWork,
    found: ContactSheet,
    command: CompleteSheet,
    said: UnderstoodSheet,
    person_id: UUID | None,
    bodies: dict[str, UUID | None],
) -> None:
    references = [one.kept() for one in command.reference_contacts]
    facts = (
        command.model_dump(include=set(PLAIN))
        | bodies
        | {
            "person_id": person_id,
            "alias": said.told.get("alias", "") if command.is_anonymous else "",
            "no_code_reason": said.told.get("no_code_reason", ""),
            "reasons": list(command.reasons),
            "categories": list(command.categories),
            "reporter": command.reporter.kept(),
            "reference_contacts": [one for one in references if one],
            "sections": said.sections,
            "is_hidden": said.is_hidden,
        }
    )
    found.take_over(facts, seen_version=None, at=work.now)


async def _agreements(
    work: UnitOfWork, operator: Operator, found: ContactSheet, command: CompleteSheet, person_id: UUID
) -> None:
    if command.notice_way is not None:
        taken = TakeNotice(office_id=found.office_id, person_id=person_id, way=command.notice_way)
        await take_notice(work, operator, taken)
    for kind in command.consents:
        await give_consent(work, operator, GiveConsent(office_id=found.office_id, person_id=person_id, kind=kind))
