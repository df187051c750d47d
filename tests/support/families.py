"""A family for tests: Rosa, her son Davide, his wife Fatima, their child Youssef, and an operator who follows them."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.compose_household import ComposeHousehold, compose_household
from domain.registry.actions.households.add_member import AddMember, add_member
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.actions.relations.record_relation import RecordRelation, record_relation
from domain.registry.terms import HouseholdKind, Kinship
from domain.registry.terms.relations import RelationKind
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF

START = date(2020, 1, 1)
LATER = date(2024, 6, 1)


@dataclass(frozen=True)
class Family:
    """Their ids, and who works with them."""

    connection: AsyncConnection
    territory: Territory
    worker: Operator
    rosa: UUID
    davide: UUID
    fatima: UUID
    youssef: UUID
    oksana: UUID

    async def ask(self, query: Any, *arguments: Any, actor: Operator | None = None, **more: Any) -> Any:
        """What ``query`` answers to the worker, or to another operator."""
        asker = actor or self.worker
        async with unit_of_work(asker, read_only=True, bind=self.connection) as work:
            return await query(work, asker, *arguments, **more)

    async def do(self, action: Any, command: Any, actor: Operator | None = None) -> Any:
        """What ``action`` gives back to the worker, or to another operator."""
        doer = actor or self.worker
        async with unit_of_work(doer, bind=self.connection) as work:
            return await action(work, doer, command)

    async def live(
        self, *members: tuple[UUID, Kinship], kind: HouseholdKind = HouseholdKind.REGISTRY, **more: Any
    ) -> UUID:
        """A household from START on, the reference person first."""
        given_members = tuple(ComposeHousehold.Member(person_id=key, kinship=kinship) for key, kinship in members)
        facts: dict[str, Any] = {"starts_on": START} | more
        return await self.do(
            compose_household,
            ComposeHousehold(ente_id=self.territory.comune_id, kind=kind, members=given_members, **facts),
        )

    async def all_at_home(self) -> UUID:
        """Davide's registry household: his wife, their child, his mother."""
        return await self.live(
            (self.davide, Kinship.REFERENCE),
            (self.fatima, Kinship.SPOUSE),
            (self.youssef, Kinship.CHILD),
            (self.rosa, Kinship.PARENT),
        )

    async def join(self, household_id: UUID, person_id: UUID, **facts: Any) -> None:
        """Somebody joins a household from START on."""
        command = AddMember.model_validate(
            {"household_id": household_id, "person_id": person_id, "starts_on": START} | facts
        )
        await self.do(add_member, command)

    async def relate(self, one: UUID, kind: RelationKind, other: UUID, **more: Any) -> UUID:
        """``one`` is ``kind`` to ``other``."""
        facts = {"person_id": self.davide, "one_id": one, "other_id": other, "kind": kind} | more
        return await self.do(record_relation, RecordRelation.model_validate(facts))

    async def three_generations(self) -> None:
        """Rosa is Davide's mother; Davide and Fatima are married and Youssef's parents."""
        await self.relate(self.rosa, RelationKind.PARENT, self.davide)
        await self.relate(self.davide, RelationKind.MARRIED, self.fatima, starts_on=START)
        await self.relate(self.davide, RelationKind.PARENT, self.youssef)
        await self.relate(self.fatima, RelationKind.PARENT, self.youssef)

    async def hide(self, person_id: UUID) -> Operator:
        """The person is protected from now on; a colleague who may not see them."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            colleague = await given.an_operator(work, self.territory.office_id)
            named = ProtectIdentity(person_id=person_id, operator_ids=(self.worker.operator_id,))
            await protect_identity(work, SYSTEM, named)
        return colleague


async def a_family(connection: AsyncConnection, territory: Territory | None = None) -> Family:
    """Five people who know each other, and a social worker, in a territory of their own unless one is given."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = territory or await given.a_territory(work)
        ids = [await given.a_person(work, territory, one) for one in (ROSA, DAVIDE, FATIMA, YOUSSEF, OKSANA)]
        worker = await given.an_operator(work, territory.office_id, (Role.SOCIAL_WORKER,))
    return Family(connection, territory, worker, *ids)
