"""What must be there before a test: made by real actions, never by hand-made rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from domain.kernel.actor import Citizen, Operator, System
from domain.kernel.roles import Role
from domain.organization.actions.assign_role import AssignRole, assign_role
from domain.organization.actions.open_ente import OpenEnte, open_ente
from domain.organization.actions.open_office import OpenOffice, open_office
from domain.organization.actions.register_operator import RegisterOperator, register_operator
from domain.organization.queries.enti import family_of, reach_of
from domain.organization.queries.offices import office
from domain.organization.terms import EnteKind, OfficeKind
from domain.platform.work import UnitOfWork
from domain.registry.actions.register_person import RegisterPerson, register_person
from tests.support.personas import ROSA, Persona

SYSTEM = System("given")
LONG_AGO = date(2020, 1, 1)
_numbers = count(1)


@dataclass(frozen=True)
class Territory:
    """An ambito with two comuni; the first one's office receives applications, the second leaves them to the ambito."""

    ambito_id: UUID
    comune_id: UUID
    neighbour_id: UUID
    ambito_office_id: UUID
    office_id: UUID
    neighbour_office_id: UUID

    @property
    def family(self) -> tuple[UUID, ...]:
        """All its enti."""
        return (self.ambito_id, self.comune_id, self.neighbour_id)


async def a_territory(work: UnitOfWork) -> Territory:
    """Three enti and their offices; several may be made in one test."""
    number = next(_numbers)
    ambito_id = await _ente(work, EnteKind.AMBITO, f"ambito-{number}", None)
    comune_id = await _ente(work, EnteKind.COMUNE, f"comune-{number}", ambito_id)
    neighbour_id = await _ente(work, EnteKind.COMUNE, f"vicino-{number}", ambito_id)
    return Territory(
        ambito_id,
        comune_id,
        neighbour_id,
        ambito_office_id=await an_office(work, ambito_id, is_receiving_applications=True),
        office_id=await an_office(work, comune_id, is_receiving_applications=True),
        neighbour_office_id=await an_office(work, neighbour_id),
    )


async def _ente(work: UnitOfWork, kind: EnteKind, slug: str, ambito_id: UUID | None) -> UUID:
    command = OpenEnte(kind=kind, name=f"Ente {slug}", slug=slug, ambito_id=ambito_id, languages=("it", "en", "ar"))
    return await open_ente(work, SYSTEM, command)


async def an_office(work: UnitOfWork, ente_id: UUID, *, is_receiving_applications: bool = False) -> UUID:
    """An office of the ente."""
    command = OpenOffice(
        ente_id=ente_id,
        kind=OfficeKind.PROFESSIONAL,
        name=f"Ufficio {next(_numbers)}",
        is_receiving_applications=is_receiving_applications,
    )
    return await open_office(work, SYSTEM, command)


async def an_operator(
    work: UnitOfWork, office_id: UUID, roles: Sequence[Role] = (Role.SOCIAL_WORKER,), *, names: str = "Anna Prova"
) -> Operator:
    """Somebody who holds ``roles`` in the office, as signed in there."""
    ente_id = (await office(work, office_id)).ente_id
    given_name, family_name = names.split(" ", 1)
    operator_id = await register_operator(
        work,
        SYSTEM,
        RegisterOperator(
            ente_id=ente_id, given_name=given_name, family_name=family_name, email=f"op{next(_numbers)}@prova.example"
        ),
    )
    for role in roles:
        await assign_role(
            work, SYSTEM, AssignRole(operator_id=operator_id, office_id=office_id, role=role, starts_on=LONG_AGO)
        )
    return Operator(
        operator_id=operator_id,
        ente_id=ente_id,
        office_id=office_id,
        enti=await reach_of(work, ente_id),
        family=await family_of(work, ente_id),
        roles=frozenset(roles),
    )


async def a_person(
    work: UnitOfWork, territory: Territory, persona: Persona = ROSA, *, ente_id: UUID | None = None, **facts: Any
) -> UUID:
    """The persona in the registry, resident in the first comune unless told otherwise."""
    return await register_person(
        work,
        SYSTEM,
        RegisterPerson(
            ambito_id=territory.ambito_id, ente_id=ente_id or territory.comune_id, **_facts(persona) | facts
        ),
    )


def _facts(persona: Persona) -> dict[str, Any]:
    return {
        "codice_fiscale": persona.codice_fiscale,
        "given_name": persona.given_name,
        "family_name": persona.family_name,
        "born_on": persona.born_on,
        "sex": persona.sex,
        "language": persona.language,
    }


def a_citizen(territory: Territory, person_id: UUID, *, acts_for: tuple[UUID, ...] = ()) -> Citizen:
    """The person as signed in on the portal."""
    return Citizen(
        person_id=person_id, account_id=uuid4(), ambito_id=territory.ambito_id, enti=territory.family, acts_for=acts_for
    )
