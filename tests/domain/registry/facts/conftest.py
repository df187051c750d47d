"""Who writes down what is known of Rosa, hour after hour."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.queries.facts.facts_of import FactRow, facts_of
from domain.registry.terms import FactKind
from tests.support import given
from tests.support.given import SYSTEM, Territory

BEGINNING = datetime(2026, 3, 1, 9, tzinfo=UTC)


@dataclass
class Desk:
    """An operator, a person, and a clock that goes on an hour at each step."""

    connection: AsyncConnection
    territory: Territory
    operator: Operator
    rosa: UUID
    now: datetime = field(default=BEGINNING)

    @contextmanager
    def later(self) -> Iterator[None]:
        """The next hour."""
        self.now += timedelta(hours=1)
        with as_of(self.now):
            yield

    async def learn(self, kind: FactKind, value: dict[str, Any], *days: date | None, **more: Any) -> UUID:
        """Write something down, from the first of ``days`` to the second."""
        starts_on, ends_on = (*days, None, None)[:2]
        facts = {"person_id": self.rosa, "kind": kind, "value": value, "starts_on": starts_on, "ends_on": ends_on}
        with self.later():
            async with unit_of_work(self.operator, bind=self.connection) as work:
                return await record_fact(work, self.operator, RecordFact(**(facts | more)))

    async def known(self, kind: FactKind, on: date | None = None, at: datetime | None = None) -> list[FactRow]:
        """What is known of the kind on a day, as believed at an instant."""
        with self.later():
            async with unit_of_work(self.operator, read_only=True, bind=self.connection) as work:
                found = await facts_of(work, self.operator, self.rosa, valid_on=on, known_at=at)
        return [row for row in found if row.kind is kind]

    async def city(self, on: date, at: datetime | None = None) -> str | None:
        """Where Rosa lived on a day, as believed at an instant."""
        found = await self.known(FactKind.RESIDENCE, on, at)
        assert len(found) <= 1
        return found[0].value.model_dump()["city"] if found else None


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    return await a_desk(connection)


async def a_desk(connection: AsyncConnection, *roles: Role) -> Desk:
    with as_of(BEGINNING):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            territory = await given.a_territory(work)
            operator = await given.an_operator(work, territory.office_id, roles or (Role.SOCIAL_WORKER,))
            return Desk(connection, territory, operator, await given.a_person(work, territory))
