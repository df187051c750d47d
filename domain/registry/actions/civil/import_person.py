"""Somebody is brought in from the civil registry, with the people they live with, without typing."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import CodiceFiscale
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.platform import locks
from domain.platform.work import Bind, UnitOfWork, as_the_program, unit_of_work
from domain.registry.actions.civil.ask_civil_registry import AskCivilRegistry, Told, ask_civil_registry
from domain.registry.actions.civil.note_check import NoteCheck, note_check
from domain.registry.actions.civil.note_differences import NoteDifferences, note_differences
from domain.registry.actions.civil.record_told import RecordTold, record_told
from domain.registry.actions.civil.settle_household import SettleHousehold, settle_household
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.queries.civil.known_codes import known_codes
from domain.registry.queries.names import names
from domain.registry.queries.people import person
from domain.registry.refusals import AlreadyRegistered, NobodyInRegistry
from domain.registry.rules.civil.births import birthplace_in
from domain.registry.rules.civil.differences import told_members
from domain.registry.rules.civil.record import CivilMember, CivilRecord
from domain.registry.terms import FactSource
from domain.registry.terms.civil import InquiryOutcome


class ImportPerson(BaseModel):
    """Whom, for which practice, and whether the people they live with come too."""

    codice_fiscale: CodiceFiscale
    practice: Annotated[str, AfterValidator(str.strip), Field(min_length=3, max_length=100)]
    is_with_household: bool = True


async def import_person(operator: Operator, command: ImportPerson, *, bind: Bind | None = None) -> UUID:
    """Register the person as the registry has them, in the operator's ente, and give back the id.

    Of somebody we have already nothing is changed: what differs waits for a decision. Refuses NotAllowed,
    RegistryUnavailable, NobodyInRegistry, and AlreadyRegistered where the record is not the operator's to see.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    asked = AskCivilRegistry(
        ente_id=operator.ente_id,
        practice=command.practice,
        codice_fiscale=command.codice_fiscale,
        is_with_household=command.is_with_household,
    )
    told = await ask_civil_registry(operator, asked, bind=bind)
    if not told.people:
        raise NobodyInRegistry
    async with unit_of_work(operator, bind=bind) as work:
        return await _written_down(work, operator, command, told)


async def _written_down(work: UnitOfWork, operator: Operator, command: ImportPerson, told: Told) -> UUID:
    ambito_id, code = (operator.family or operator.enti)[0], command.codice_fiscale  # the ambito comes first
    await locks.hold(work, "sign in", ambito_id, code)  # nobody registers the same person at the same time
    async with as_the_program(work, "find who is imported"):
        ours = (await known_codes(work, ambito_id, [code])).get(code)
    if ours is None:
        return await _new(work, operator, ambito_id, told)
    if ours.person_id not in await names(work, [ours.person_id]):
        raise AlreadyRegistered
    async with as_the_program(work, "compare with the civil registry") as system:
        await note_differences(work, system, NoteDifferences(ours.person_id, told.people[0], told.household))
        checked = NoteCheck(person_id=ours.person_id, ente_id=ours.ente_id, outcome=InquiryOutcome.FOUND)
        await note_check(work, system, checked)
    return ours.person_id


async def _new(work: UnitOfWork, operator: Operator, ambito_id: UUID, told: Told) -> UUID:
    record = told.people[0]
    person_id = await register_person(work, operator, _registration(operator, ambito_id, record))
    async with as_the_program(work, "import from the civil registry") as system:
        known = await person(work, system, person_id, for_update=True)
        died_on = record.died_on or next((one.record.died_on for one in told.household if _is(one, record)), None)
        await record_told(work, system, RecordTold(known.id, known.ente_id, record.residence, died_on))
        members = told_members(told.household)
        if members:
            since = max((one.since for one in told.household if one.since), default=work.today)
            home = SettleHousehold(known, members, min(since, work.today), record.residence)
            await settle_household(work, system, home)
    return person_id


def _is(member: CivilMember, record: CivilRecord) -> bool:
    return member.record.codice_fiscale == record.codice_fiscale


def _registration(operator: Operator, ambito_id: UUID, record: CivilRecord) -> RegisterPerson:
    """Who has a single name in the registry has it as surname: somebody is never without one."""
    return RegisterPerson(
        ambito_id=ambito_id,
        ente_id=operator.ente_id,
        is_vouched_for=True,
        codice_fiscale=record.codice_fiscale,
        given_name=record.given_name if record.family_name else "",
        family_name=record.family_name or record.given_name,
        born_on=record.born_on,
        birthplace_code=birthplace_in(record.codice_fiscale),
        sex="F" if record.sex == "F" else "M" if record.sex == "M" else None,
        source=FactSource.CIVIL_REGISTRY,
    )
