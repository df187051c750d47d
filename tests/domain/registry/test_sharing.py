"""A record is shown to another ente only by an act, only what every desk may know, until a day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.clock import as_of, utcnow
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.migrations.policies.privacy_policies import DESK_KINDS
from domain.platform.work import unit_of_work
from domain.registry import permissions
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.actions.sharing.end_sharing import EndSharing, end_sharing
from domain.registry.actions.sharing.share_record import ShareRecord, share_record
from domain.registry.queries.facts.facts_of import facts_of
from domain.registry.queries.person_card import person_card
from domain.registry.queries.sharings import enti_to_share_with, own_sharings, sharings_of
from domain.registry.refusals import NotToBeShared, PeriodReversed, SharedAlready, SharingOver
from domain.registry.rules.facts.kinds import KINDS
from domain.registry.rules.facts.value import Reach
from domain.registry.terms import FactKind
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import ROSA


class Scene:
    """Rosa, her comune's worker, and a worker of the neighbour."""

    connection: AsyncConnection
    territory: Territory
    rosa: UUID
    worker: Operator
    neighbour: Operator
    today: date

    async def share(self, operator: Operator | None = None, **more: Any) -> UUID:
        """Until a week from now."""
        facts: dict[str, Any] = {"person_id": self.rosa, "to_ente_id": self.territory.neighbour_id}
        facts |= {"purpose": "Rosa frequenta il centro del vicino", "legal_ground": "regolamento, art. 3"}
        facts |= {"starts_on": self.today, "ends_on": self.today + timedelta(days=7)}
        actor = operator or self.worker
        async with unit_of_work(actor, bind=self.connection) as work:
            return await share_record(work, actor, ShareRecord(**(facts | more)))

    async def kinds(self, operator: Operator) -> set[FactKind]:
        """What an operator reads of Rosa. Refuses NotFound."""
        async with unit_of_work(operator, read_only=True, bind=self.connection) as work:
            await person_card(work, operator, self.rosa)
            return {row.kind for row in await facts_of(work, operator, self.rosa)}

    async def at_database(self, operator: Operator) -> set[str]:
        """What PostgreSQL alone shows of Rosa's facts."""
        async with unit_of_work(operator, read_only=True, bind=self.connection) as work:
            found = await (await work.session.connection()).execute(
                sa.text("SELECT kind FROM registry.fact WHERE person_id = :rosa"), {"rosa": self.rosa}
            )
            return set(found.scalars().all())


@pytest.fixture
async def scene(connection: AsyncConnection) -> Scene:
    scene = Scene()
    scene.connection = connection
    async with unit_of_work(SYSTEM, bind=connection) as work:
        scene.today = work.today
        scene.territory = await given.a_territory(work)
        scene.rosa = await given.a_person(work, scene.territory, ROSA)
        scene.worker = await given.an_operator(work, scene.territory.office_id)
        scene.neighbour = await given.an_operator(work, scene.territory.neighbour_office_id)
        for kind, value in (
            (FactKind.RESIDENCE, {"street": "via Nuova 2", "city": "Cascina"}),
            (FactKind.DOCTOR, {"name": "Bianchi"}),
            (FactKind.COURT, {"court": "TMCivile", "number": "12"}),
        ):
            await record_fact(work, SYSTEM, RecordFact(person_id=scene.rosa, kind=kind, value=value))
    return scene


async def test_without_an_act_a_neighbour_sees_nothing_and_with_it_what_a_desk_may_know(scene: Scene) -> None:
    with pytest.raises(NotFound):
        await scene.kinds(scene.neighbour)
    assert await scene.at_database(scene.neighbour) == set()
    await scene.share()
    assert await scene.kinds(scene.neighbour) == {FactKind.IDENTITY, FactKind.RESIDENCE}
    assert await scene.at_database(scene.neighbour) == {"identity", "residence"}
    assert FactKind.COURT in await scene.kinds(scene.worker)


def test_the_database_and_the_program_mean_the_same_kinds() -> None:
    assert set(DESK_KINDS) == {kind.value for kind in FactKind if KINDS[kind].reach is Reach.DESK}


async def test_the_neighbour_changes_nothing(scene: Scene) -> None:
    await scene.share()
    with pytest.raises(NotFound):
        async with unit_of_work(scene.neighbour, bind=scene.connection) as work:
            await record_fact(
                work,
                scene.neighbour,
                RecordFact(person_id=scene.rosa, kind=FactKind.DOMICILE, value={"street": "via Altra 1"}),
            )
    async with unit_of_work(scene.neighbour, bind=scene.connection) as work:
        touched = await (await work.session.connection()).execute(
            sa.text("UPDATE registry.person SET given_name = 'X' WHERE id = :rosa"), {"rosa": scene.rosa}
        )
    assert touched.rowcount == 0
    with pytest.raises(NotFound):
        await scene.share(scene.neighbour, to_ente_id=scene.territory.comune_id)
    with pytest.raises(NotFound):
        async with unit_of_work(scene.neighbour, read_only=True, bind=scene.connection) as work:
            await sharings_of(work, scene.neighbour, scene.rosa)


async def test_it_ends_by_itself_at_midnight_in_italy(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.share(ends_on=scene.today)
    midnight = datetime.combine(scene.today + timedelta(days=1), datetime.min.time(), tzinfo=UTC)
    before, after = midnight - timedelta(hours=3), midnight + timedelta(minutes=1)
    with as_of(before):
        assert await scene.kinds(scene.neighbour)
    with as_of(after), pytest.raises(NotFound):
        await scene.kinds(scene.neighbour)


async def test_the_database_alone_knows_the_days(scene: Scene) -> None:
    past = utcnow() - timedelta(days=30)
    with as_of(past):
        await scene.share(starts_on=scene.today - timedelta(days=30), ends_on=scene.today - timedelta(days=1))
    assert await scene.at_database(scene.neighbour) == set()
    await scene.share(starts_on=scene.today + timedelta(days=2))
    assert await scene.at_database(scene.neighbour) == set()


async def test_it_is_taken_back_at_once(scene: Scene) -> None:
    sharing_id = await scene.share()
    async with unit_of_work(scene.worker, bind=scene.connection) as work:
        await end_sharing(work, scene.worker, EndSharing(person_id=scene.rosa, sharing_id=sharing_id))
    with pytest.raises(NotFound):
        await scene.kinds(scene.neighbour)
    assert await scene.at_database(scene.neighbour) == set()
    with pytest.raises(SharingOver):
        async with unit_of_work(scene.worker, bind=scene.connection) as work:
            await end_sharing(work, scene.worker, EndSharing(person_id=scene.rosa, sharing_id=sharing_id))
    await scene.share()


async def test_protection_is_stronger_than_sharing(scene: Scene) -> None:
    await scene.share()
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        hide = ProtectIdentity(person_id=scene.rosa, operator_ids=(scene.worker.operator_id,))
        await protect_identity(work, SYSTEM, hide)
    with pytest.raises(NotFound):
        await scene.kinds(scene.neighbour)
    assert await scene.at_database(scene.neighbour) == set()
    with pytest.raises(NotToBeShared):
        await scene.share()
    async with unit_of_work(scene.worker, read_only=True, bind=scene.connection) as work:
        assert await enti_to_share_with(work, scene.worker, scene.rosa) == []


async def test_what_cannot_be_shared_is_refused(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        elsewhere = await given.a_territory(work)
        desk = await given.an_operator(work, scene.territory.office_id, (Role.DESK_OPERATOR,))
    with pytest.raises(NotAllowed):
        await scene.share(desk)
    for to_ente_id in (elsewhere.comune_id, scene.territory.comune_id, scene.territory.ambito_id):
        with pytest.raises(NotToBeShared):
            await scene.share(to_ente_id=to_ente_id)
    with pytest.raises(PeriodReversed):
        await scene.share(ends_on=scene.today - timedelta(days=1))
    with pytest.raises(Invalid):
        await scene.share(starts_on=scene.today - timedelta(days=9), ends_on=scene.today - timedelta(days=1))
    await scene.share()
    with pytest.raises(SharedAlready):
        await scene.share(starts_on=scene.today + timedelta(days=3))


async def test_the_person_knows_who_may_see_and_why(scene: Scene) -> None:
    await scene.share()
    citizen = given.a_citizen(scene.territory, scene.rosa)
    async with unit_of_work(citizen, read_only=True, bind=scene.connection) as work:
        (row,) = await own_sharings(work, citizen)
    assert row.to_ente_name.startswith("Ente vicino-")
    assert row.ends_on == scene.today + timedelta(days=7)
    async with unit_of_work(scene.worker, read_only=True, bind=scene.connection) as work:
        assert [name[:5] for _id, name in await enti_to_share_with(work, scene.worker, scene.rosa)] == ["Ente "]


async def test_without_the_programs_lock_the_database_still_hides(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.share()
    monkeypatch.setattr(permissions, "kinds_read_by", lambda _actor, _known: list(FactKind))
    monkeypatch.setattr("domain.registry.queries.facts.facts_of.kinds_read_by", lambda _actor, _known: list(FactKind))
    assert await scene.kinds(scene.neighbour) == {FactKind.IDENTITY, FactKind.RESIDENCE}
