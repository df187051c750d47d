"""A comune that keeps a register, and who looks after it."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.documents.actions.annul_protocollo import AnnulProtocollo, annul_protocollo
from domain.documents.actions.register_protocollo import RegisterProtocollo, register_protocollo
from domain.documents.jobs import close_register_days
from domain.documents.queries.protocollo_register import RegisterRow, protocollo_line
from domain.documents.queries.register_days import DayRow, register_day_file, register_days
from domain.documents.terms import Direction
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, a_person, a_territory, an_operator

FIRST = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """A comune, Rosa who lives there, and who looks after the register."""

    connection: AsyncConnection
    territory: Territory
    rosa_id: UUID
    clerk: Operator
    head: Operator

    async def register(self, at: datetime, subject: str = "Domanda", *, person_id: UUID | None = None) -> UUID:
        """A line written at an instant."""
        with as_of(at):
            async with unit_of_work(SYSTEM, bind=self.connection) as work:
                command = RegisterProtocollo(
                    ente_id=self.territory.comune_id,
                    person_id=person_id or self.rosa_id,
                    about_id=uuid4(),
                    subject=subject,
                    direction=Direction.INCOMING,
                    content_sha256=hashlib.sha256(subject.encode()).hexdigest(),
                )
                return (await register_protocollo(work, command)).id

    async def annul(self, entry_id: UUID, at: datetime, by: Operator | None = None) -> None:
        """The head, or somebody else, annuls a line."""
        who = by or self.head
        with as_of(at):
            async with unit_of_work(who, bind=self.connection) as work:
                asked = AnnulProtocollo(entry_id=entry_id, reason="Registrata due volte", act="Determina 12 del 2026")
                await annul_protocollo(work, who, asked)

    async def line(self, entry_id: UUID, operator: Operator | None = None) -> RegisterRow:
        """A line as the clerk reads it."""
        who = operator or self.clerk
        async with unit_of_work(who, read_only=True, bind=self.connection) as work:
            return await protocollo_line(work, who, entry_id)

    async def days(self) -> list[DayRow]:
        """The closed days as the clerk sees them, the first first."""
        async with unit_of_work(self.clerk, read_only=True, bind=self.connection) as work:
            return list(reversed((await register_days(work, self.clerk)).items))

    async def close(self, at: datetime) -> int:
        """The nightly job."""
        with as_of(at):
            return await close_register_days(bind=self.connection)

    async def file(self, day: DayRow) -> bytes:
        """What the clerk downloads."""
        async with unit_of_work(self.clerk, read_only=True, bind=self.connection) as work:
            return (await register_day_file(work, self.clerk, day.id))[1]


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        rosa_id = await a_person(work, territory)
        clerk = await an_operator(work, territory.office_id, (Role.ADMIN_CLERK,))
        head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,), names="Carla Capo")
    return Desk(connection, territory, rosa_id, clerk, head)
