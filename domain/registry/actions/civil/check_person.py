"""One person is looked up in the civil registry, now or at night; what differs waits for a decision."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor, System
from domain.kernel.reading import ReadingPurpose
from domain.platform.work import Bind, unit_of_work
from domain.registry.actions.civil.ask_civil_registry import AskCivilRegistry, Told, ask_civil_registry
from domain.registry.actions.civil.note_check import NoteCheck, note_check
from domain.registry.actions.civil.note_differences import NoteDifferences, note_differences
from domain.registry.queries.person_card import PersonCard, person_card
from domain.registry.refusals import CodeNeeded, NobodyInRegistry, RegistryUnreadable
from domain.registry.terms.civil import InquiryOutcome

PROGRAM = System("compare with the civil registry")


class CheckPerson(BaseModel):
    """Of whom, and the number of the practice for which the registry is asked."""

    person_id: UUID
    practice: str = Field(min_length=3, max_length=100)


async def check_person(actor: Actor, command: CheckPerson, *, bind: Bind | None = None) -> int:
    """Look the person up and say how many things wait for a decision. An operator's reading is noted.

    Refuses NotFound, CodeNeeded, RegistryUnavailable; RegistryUnreadable and NobodyInRegistry after they were noted.
    """
    async with unit_of_work(actor, read_only=True, bind=bind) as work:
        card = await person_card(work, actor, command.person_id, purpose=ReadingPurpose.DESK_HELP)
    if card.codice_fiscale is None:
        raise CodeNeeded
    asked = AskCivilRegistry(
        ente_id=card.ente_id,
        practice=command.practice,
        codice_fiscale=card.codice_fiscale,
        person_id=card.id,
        is_with_household=True,
    )
    try:
        told = await ask_civil_registry(actor, asked, bind=bind)
    except RegistryUnreadable:
        await _noted(card, InquiryOutcome.UNREADABLE, bind)
        raise
    waiting = await _noted(card, InquiryOutcome.FOUND if told.people else InquiryOutcome.NOBODY, bind, told)
    if not told.people:
        raise NobodyInRegistry
    return waiting


async def _noted(card: PersonCard, outcome: InquiryOutcome, bind: Bind | None, told: Told | None = None) -> int:
    async with unit_of_work(PROGRAM, bind=bind) as work:
        await note_check(work, PROGRAM, NoteCheck(person_id=card.id, ente_id=card.ente_id, outcome=outcome))
        if told is None or not told.people:
            return 0
        return await note_differences(work, PROGRAM, NoteDifferences(card.id, told.people[0], told.household))
