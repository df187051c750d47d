"""The ISEE of a household: written in every member's file, put right without losing the past, seen with a reason."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.casework.actions.isee.drop_isee import DropIsee, drop_isee
from domain.casework.actions.isee.mend_isee import MendIsee, mend_isee
from domain.casework.actions.isee.write_isee import WriteIsee, write_isee
from domain.casework.queries.isee.isee_sheet import IseeSheet, isee_sheet
from domain.casework.refusals import NoReasonForIsee, NotThisPaper
from domain.kernel.actor import Citizen, Operator
from domain.kernel.clock import day_of, utcnow
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import Invalid, NotFound
from domain.platform.work import unit_of_work
from domain.registry.actions.isee.record_isee import record_isee
from domain.registry.queries.isee.isee_records_of import isee_in_force, isee_records_of
from domain.registry.refusals import ChangedMeanwhile, NotYourPerson, PeriodReversed
from domain.registry.terms import FactSource, IseeKind
from tests.support.applications import a_submitted_application, home_care_is_published
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE
from tests.support.queue import drain
from tests.support.stage import fixtures
from tests.support.stage.stages import Stage

DSU = "INPS-ISEE-2026-12345678A-00"
TODAY = day_of(utcnow())
LAST = TODAY + timedelta(days=100)
Follow = Callable[[], Awaitable[int]]


@dataclass(frozen=True)
class Scene:
    """Rosa and Davide live together; only Rosa has applied."""

    connection: AsyncConnection
    territory: Territory
    rosa: UUID
    davide: UUID
    citizen: Citizen
    worker: Operator
    neighbour: Operator

    async def does(self, action: Callable[..., Awaitable[Any]], command: object, actor: Any = None) -> Any:
        """The action, in a transaction of its own."""
        who = actor or self.worker
        async with unit_of_work(who, bind=self.connection) as work:
            return await action(work, who, command)

    async def sheet(self, person_id: UUID | None = None, actor: Operator | None = None) -> IseeSheet:
        """What the operator reads."""
        who = actor or self.worker
        async with unit_of_work(who, read_only=True, bind=self.connection) as work:
            return await isee_sheet(work, who, person_id or self.rosa)

    async def readings(self) -> list[tuple[Any, ...]]:
        """What was noted of readings of an ISEE: whose, which certificate, why, whether it was allowed."""
        async with unit_of_work(SYSTEM, read_only=True, bind=self.connection) as work:
            asked = sa.text(
                "SELECT person_id, subject_id, purpose, is_granted FROM platform.reading"
                " WHERE subject = 'isee' ORDER BY created_at"
            )
            return [tuple(row) for row in (await (await work.session.connection()).execute(asked)).all()]


async def an_application_waits(connection: AsyncConnection) -> Scene:
    """An application of Rosa's waits for the office."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await home_care_is_published(work, territory.comune_id)
        rosa, davide = await a_person(work, territory), await a_person(work, territory, DAVIDE)
        worker = await an_operator(work, territory.office_id)
        neighbour = await an_operator(work, territory.neighbour_office_id)
    citizen = a_citizen(territory, rosa)
    async with unit_of_work(citizen, bind=connection) as work:
        await a_submitted_application(work, citizen)
    await drain(connection)
    return Scene(connection, territory, rosa, davide, citizen, worker, neighbour)


standing = fixtures.standing_on(an_application_waits)
stage, connection = fixtures.stage, fixtures.connection


@pytest.fixture
def scene(stage: Stage) -> Scene:
    """An application of Rosa's waits for the office."""
    found: Scene = stage.built
    return found


def written(scene: Scene, **changes: Any) -> WriteIsee:
    facts = {"amount": "8.400,50", "dsu_number": DSU, "declared_on": TODAY, "ends_on": LAST}
    return WriteIsee.model_validate({"person_id": scene.rosa, "source": FactSource.DOCUMENT} | facts | changes)


async def test_a_certificate_is_in_the_file_of_everybody_whom_it_is_about(scene: Scene) -> None:
    await scene.does(write_isee, written(scene, member_ids=[scene.davide]))
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        found = [await isee_in_force(work, SYSTEM, one, LAST) for one in (scene.rosa, scene.davide)]
        assert [(one.amount, one.dsu_number) for one in found if one] == [(Decimal("8400.50"), DSU)] * 2
        assert await isee_in_force(work, SYSTEM, scene.rosa, LAST + timedelta(days=1)) is None
    sheet = await scene.sheet()
    shown = sheet.standing.in_force
    assert shown
    assert [name for _one, name in shown.members] == [DAVIDE.full_name]
    assert (shown.source, shown.author) == (FactSource.DOCUMENT, "Anna Prova")


async def test_a_new_declaration_takes_the_place_of_the_former_from_its_day_on(scene: Scene) -> None:
    await scene.does(write_isee, written(scene, declared_on=TODAY - timedelta(days=60)))
    await scene.does(write_isee, written(scene, amount="6000", dsu_number=""))
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        before = await isee_in_force(work, SYSTEM, scene.rosa, TODAY - timedelta(days=1))
        after = await isee_in_force(work, SYSTEM, scene.rosa, TODAY)
    assert before and after
    assert (before.amount, after.amount) == (Decimal("8400.50"), Decimal("6000.00"))


async def test_a_correction_keeps_what_was_believed_and_reaches_every_member(scene: Scene) -> None:
    row = await scene.does(write_isee, written(scene, member_ids=[scene.davide]))
    mend = MendIsee.model_validate(
        written(scene, amount="9.400,50", is_irregular=True, omissions="Manca un conto.").model_dump()
        | {"isee_id": row, "member_ids": (scene.davide,), "reason": "Letto male"}
    )
    await scene.does(mend_isee, mend)
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        for one in (scene.rosa, scene.davide):
            former, now = await isee_records_of(work, SYSTEM, one)
            assert (former.amount, former.is_believed) == (Decimal("8400.50"), False)
            assert (now.amount, now.is_believed, now.omissions) == (Decimal("9400.50"), True, "Manca un conto.")
    with pytest.raises(ChangedMeanwhile):
        await scene.does(mend_isee, mend)


async def test_who_is_not_on_the_certificate_loses_it_by_a_correction(scene: Scene) -> None:
    row = await scene.does(write_isee, written(scene, member_ids=[scene.davide]))
    alone = written(scene).model_dump() | {"isee_id": row, "member_ids": (), "reason": "Davide non c'è"}
    await scene.does(mend_isee, MendIsee.model_validate(alone))
    async with unit_of_work(SYSTEM, read_only=True, bind=scene.connection) as work:
        assert await isee_in_force(work, SYSTEM, scene.rosa, TODAY) is not None
        assert await isee_in_force(work, SYSTEM, scene.davide, TODAY) is None


async def test_what_was_never_true_goes_and_stays_readable(scene: Scene) -> None:
    row = await scene.does(write_isee, written(scene))
    await scene.does(drop_isee, DropIsee(person_id=scene.rosa, isee_id=row, reason="Era di un'altra"))
    sheet = await scene.sheet()
    assert sheet.standing.in_force is None
    assert [(one.is_believed, one.dropped_reason) for one in sheet.history.items] == [(False, "Era di un'altra")]


async def test_without_an_application_or_a_case_nobody_looks_and_the_attempt_is_noted(scene: Scene) -> None:
    with pytest.raises(NoReasonForIsee):
        await scene.sheet(scene.davide)
    with pytest.raises(NoReasonForIsee):
        await scene.does(write_isee, written(scene, person_id=scene.davide))
    with pytest.raises(NotFound):
        await scene.sheet(actor=scene.neighbour)
    assert {(whose, granted) for whose, _what, _why, granted in await scene.readings()} == {
        (scene.davide, False),
        (None, False),
    }


async def test_a_reading_is_noted_with_its_reason_and_the_certificate_that_carries_the_number(scene: Scene) -> None:
    row = await scene.does(write_isee, written(scene))
    await scene.sheet()
    assert (scene.rosa, row, ReadingPurpose.APPLICATION_WORK.value, True) in await scene.readings()


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"dsu_number": "12"}, {"dsu_number"}),
        ({"declared_on": date(2999, 1, 1)}, {"declared_on"}),
        ({"is_irregular": True}, {"omissions"}),
    ],
)
async def test_what_is_not_right_is_said_by_field(scene: Scene, changes: dict[str, Any], fields: set[str]) -> None:
    with pytest.raises(Invalid) as refused:
        await scene.does(write_isee, written(scene, **changes))
    assert set(refused.value.fields) == fields


async def test_days_in_the_wrong_order_and_papers_of_others_are_refused(scene: Scene) -> None:
    with pytest.raises(PeriodReversed):
        await scene.does(write_isee, written(scene, ends_on=TODAY - timedelta(days=1)))
    with pytest.raises(NotThisPaper):
        await scene.does(write_isee, written(scene, document_id=uuid4()))


async def test_citizens_read_their_own_and_write_none(scene: Scene) -> None:
    await scene.does(write_isee, written(scene, reason="Letto allo sportello"))
    async with unit_of_work(scene.citizen, read_only=True, bind=scene.connection) as work:
        (own,) = await isee_records_of(work, scene.citizen, scene.rosa)
        with pytest.raises(NotFound):
            await isee_records_of(work, scene.citizen, scene.davide)
    assert (own.kind, own.amount) == (IseeKind.ORDINARY, Decimal("8400.50"))
    assert (own.author, own.reason, own.members) == ("", "", ())
    with pytest.raises(NotYourPerson):
        await scene.does(record_as_citizen, written(scene), scene.citizen)


async def record_as_citizen(work: Any, citizen: Citizen, command: WriteIsee) -> None:
    await record_isee(work, citizen, command)
