"""What was said at the desk about a person goes into the registry: a new record, or what the known one lacked."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from domain.access.actions.desk.register_citizen import RegisterCitizen, register_citizen
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.record_codice_fiscale import RecordCodiceFiscale, record_codice_fiscale
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.refusals import AlreadyRegistered
from domain.registry.terms import ContactKind, FactKind

IDENTIFYING = ("sex", "born_on", "birthplace")


class SettlePerson(BaseModel):
    """``told`` are facts understood; ``known`` is what the registry has of ``person_id``: it stays."""

    person_id: UUID | None
    told: dict[str, Any]
    known: dict[str, Any]


async def settle_person(work: UnitOfWork, operator: Operator, command: SettlePerson) -> UUID:
    """The id of the person, registered when they were not.

    Refuses Invalid beside the codice fiscale when somebody else has it, NotFound.
    """
    new = {key: value for key, value in command.told.items() if not command.known.get(key)}
    try:
        person_id = command.person_id or await _registered(work, operator, new)
        if command.person_id is not None and "codice_fiscale" in new:
            code = RecordCodiceFiscale(person_id=person_id, codice_fiscale=new["codice_fiscale"])
            await record_codice_fiscale(work, operator, code)
    except AlreadyRegistered as refusal:
        raise Invalid({"codice_fiscale": refusal.message}) from refusal
    await _identified(work, operator, person_id, command, new)
    await _reached(work, operator, person_id, new)
    return person_id


async def _registered(work: UnitOfWork, operator: Operator, new: Mapping[str, Any]) -> UUID:
    facts = {key: new[key] for key in ("given_name", "family_name", "codice_fiscale", "born_on") if key in new}
    return await register_citizen(work, operator, RegisterCitizen(**facts))


async def _identified(
    work: UnitOfWork, operator: Operator, person_id: UUID, command: SettlePerson, new: Mapping[str, Any]
) -> None:
    """What identifies the person changes as a whole: what was known of it goes with what is new."""
    if any(key in new for key in IDENTIFYING):
        whole = {**new, **command.known}
        identity = {key: whole.get(key) or "" for key in ("given_name", "family_name", "sex")}
        places = {"born_on": whole.get("born_on"), "birthplace_code": whole.get("birthplace") or ""}
        await _fact(work, operator, person_id, FactKind.IDENTITY, identity | places)
    if "citizenship" in new:
        await _fact(work, operator, person_id, FactKind.CITIZENSHIP, {"country": new["citizenship"]})
    if "civil_status" in new:
        await _fact(work, operator, person_id, FactKind.CIVIL_STATUS, {"status": new["civil_status"]})


async def _fact(work: UnitOfWork, operator: Operator, person_id: UUID, kind: FactKind, value: dict[str, Any]) -> None:
    await record_fact(work, operator, RecordFact(person_id=person_id, kind=kind, value=value))


async def _reached(work: UnitOfWork, operator: Operator, person_id: UUID, new: Mapping[str, Any]) -> None:
    for key, kind in (("phone", ContactKind.PHONE), ("email", ContactKind.EMAIL)):
        if value := new.get(key):
            await record_contact(work, operator, RecordContact(person_id=person_id, kind=kind, value=value))
    if new.get("street") or new.get("is_without_fixed_abode"):
        home = RecordResidence(
            person_id=person_id,
            street=new.get("street", ""),
            city=new.get("city", ""),
            is_without_fixed_abode=bool(new.get("is_without_fixed_abode")),
            starts_on=work.today,
        )
        await record_residence(work, operator, home)
