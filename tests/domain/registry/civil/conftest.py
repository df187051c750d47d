"""A territory, an operator at its desk, and a civil registry."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.civil.accept_difference import AcceptDifference, accept_difference
from domain.registry.actions.civil.check_person import CheckPerson, check_person
from domain.registry.actions.civil.refuse_difference import RefuseDifference, refuse_difference
from domain.registry.queries.civil.differences import DifferenceRow, differences_of
from domain.registry.queries.person_card import PersonCard, person_card
from domain.registry.terms.civil import DifferenceStatus
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.outside.civil_registry import CivilOffice, connected_civil_office

PRACTICE = "PRATICA-12"


@dataclass
class Desk:
    """Who works, and with what."""

    connection: AsyncConnection
    territory: Territory
    operator: Operator
    civil_office: CivilOffice

    async def check(self, person_id: UUID) -> int:
        """Look the person up now."""
        command = CheckPerson(person_id=person_id, practice=PRACTICE)
        return await check_person(self.operator, command, bind=self.connection)

    async def waiting(
        self, person_id: UUID, status: DifferenceStatus = DifferenceStatus.OPEN
    ) -> Sequence[DifferenceRow]:
        """The differences of the person that wait for a decision."""
        async with unit_of_work(self.operator, read_only=True, bind=self.connection) as work:
            found = await differences_of(work, self.operator, person_id)
        return [one for one in found if one.status is status]

    async def accept(self, one: DifferenceRow, reason: str = "", *, by: Operator | None = None) -> bool:
        """Take over what the registry says."""
        operator = by or self.operator
        async with unit_of_work(operator, bind=self.connection) as work:
            return await accept_difference(work, operator, AcceptDifference(difference_id=one.id, reason=reason))

    async def refuse(self, one: DifferenceRow, reason: str = "La persona lo nega") -> None:
        """Keep what we hold."""
        async with unit_of_work(self.operator, bind=self.connection) as work:
            await refuse_difference(work, self.operator, RefuseDifference(difference_id=one.id, reason=reason))

    async def card(self, person_id: UUID) -> PersonCard:
        """What is known of the person today."""
        async with unit_of_work(self.operator, bind=self.connection) as work:
            return await person_card(work, self.operator, person_id)


@pytest.fixture
async def desk(connection: AsyncConnection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A social worker at the desk of the first comune; the registry has nobody."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await given.a_territory(work)
        operator = await given.an_operator(work, territory.office_id, (Role.SOCIAL_WORKER,))
    return Desk(connection, territory, operator, connected_civil_office(tmp_path, monkeypatch))
