"""The people of a household, as the civil registry has it, are registered where missing and put together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from domain.kernel.actor import System
from domain.platform.work import UnitOfWork
from domain.registry.actions.civil.record_told import RecordTold, record_told
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.register_person import RegisterPerson, register_person
from domain.registry.model.person import Person
from domain.registry.queries.civil.known_codes import known_codes
from domain.registry.rules.civil.births import birthplace_in
from domain.registry.rules.civil.record import CivilAddress
from domain.registry.rules.households import is_whole
from domain.registry.terms import FactSource, HouseholdKind, Kinship


@dataclass(frozen=True)
class SettleHousehold:
    """The household of ``known``: ``members`` as ``told_members`` keeps them, since ``starts_on``.

    Whoever is new lives where the household lives (``residence``).
    """

    known: Person = field(repr=False)
    members: Sequence[dict[str, Any]] = field(repr=False)
    starts_on: date
    residence: CivilAddress | None = field(default=None, repr=False)


async def settle_household(work: UnitOfWork, system: System, command: SettleHousehold) -> bool:
    """Write the household down; say whether it could be.

    Other people under protection are left where they are. Without its head the rest is no household: nothing happens.
    """
    known = command.known
    found = await known_codes(work, known.ambito_id, [one["codice_fiscale"] for one in command.members])
    listed = [one for one in command.members if not _is_kept_apart(known, found.get(one["codice_fiscale"]))]
    if sum(one["kinship"] == Kinship.REFERENCE.value for one in listed) != 1:
        return False
    new: dict[str, UUID] = {}
    for one in listed:
        if one["codice_fiscale"] not in found:
            new[one["codice_fiscale"]] = await _register(work, system, command, one)
    ids = {code: ours.person_id for code, ours in found.items()} | new
    members = [(ids[one["codice_fiscale"]], Kinship(one["kinship"])) for one in listed]
    if not is_whole(members):
        return False
    household = ComposeHousehold(
        ente_id=known.ente_id,
        kind=HouseholdKind.REGISTRY,
        source=FactSource.CIVIL_REGISTRY,
        starts_on=command.starts_on,
        members=tuple(ComposeHousehold.Member(person_id=key, kinship=kinship) for key, kinship in members),
    )
    await compose_household(work, system, household)
    return True


def _is_kept_apart(known: Person, ours: Any) -> bool:
    return ours is not None and ours.is_protected and ours.person_id != known.id and not known.is_protected


async def _register(work: UnitOfWork, system: System, command: SettleHousehold, one: dict[str, Any]) -> UUID:
    known = command.known
    registration = RegisterPerson(
        ambito_id=known.ambito_id,
        ente_id=known.ente_id,
        is_vouched_for=True,
        codice_fiscale=one["codice_fiscale"],
        given_name=one["given_name"] if one["family_name"] else "",
        family_name=one["family_name"] or one["given_name"],
        born_on=one["born_on"],
        sex=one["sex"] or None,
        birthplace_code=birthplace_in(one["codice_fiscale"]),
        source=FactSource.CIVIL_REGISTRY,
    )
    person_id = await register_person(work, system, registration)
    await record_told(work, system, RecordTold(person_id, known.ente_id, command.residence))
    return person_id
