"""The scene of the desk: two offices of a comune, the neighbour's and the ambito's, and who works there."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.sheets.complete_sheet import CompleteSheet, complete_sheet
from domain.reception.queries.sheets.sheet_file import SheetFile, sheet_file
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.actions.record_residence import RecordResidence, record_residence
from domain.registry.terms import ContactKind
from tests.support.given import LONG_AGO, SYSTEM, Territory, a_person, a_territory, an_office, an_operator
from tests.support.personas import ROSA, Persona

WHOLE: dict[str, Any] = {
    "channel": "PERSONA",
    "interlocutor": "UTENTE",
    "reasons": ("SPONTANEO",),
    "outcome": "information",
    "told": {"civil_status": "1", "citizenship": "IT"},
}


@dataclass
class Desk:
    """Who is at the desk of ``office``, at another office of the same comune, at the neighbour's."""

    connection: AsyncConnection
    territory: Territory
    operator: Operator
    other_office_id: UUID
    colleagues: dict[str, Operator] = field(default_factory=dict)

    async def as_role(self, *roles: Role, office_id: UUID | None = None) -> Operator:
        """A colleague with these roles, in the desk's office unless told otherwise."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            return await an_operator(work, office_id or self.territory.office_id, roles)

    async def person(self, persona: Persona = ROSA, **facts: Any) -> UUID:
        """Somebody of whom the registry knows how to reach them and where they live."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            person_id = await a_person(work, self.territory, persona, **facts)
            phone = RecordContact(person_id=person_id, kind=ContactKind.PHONE, value="333 1234567")
            await record_contact(work, SYSTEM, phone)
            home = RecordResidence(person_id=person_id, street="Via Lunga 1", starts_on=LONG_AGO)
            await record_residence(work, SYSTEM, home)
        return person_id

    async def complete(self, person_id: UUID | None, operator: Operator | None = None, **facts: Any) -> UUID:
        """A complete sheet of this person, or an anonymous one."""
        writer, sheet_id = operator or self.operator, uuid4()
        async with unit_of_work(writer, bind=self.connection) as work:
            given = WHOLE | {"sheet_id": sheet_id, "person_id": person_id, "contact_on": work.today} | facts
            await complete_sheet(work, writer, CompleteSheet(**given))
        return sheet_id

    async def file(self, sheet_id: UUID, operator: Operator | None = None) -> SheetFile:
        """The sheet as ``operator`` opens it."""
        reader = operator or self.operator
        async with unit_of_work(reader, read_only=True, bind=self.connection) as work:
            return await sheet_file(work, reader, sheet_id)


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    """Everybody in place; nobody has come yet."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        other = await an_office(work, territory.comune_id)
        operator = await an_operator(work, territory.office_id, [Role.DESK_OPERATOR], names="Luca Banco")
    return Desk(connection, territory, operator, other)
