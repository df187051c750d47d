"""A citizen says that something is wrong: the office puts it right, says why not, or takes more time, once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given as property_of
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Citizen, Operator
from domain.kernel.clock import as_of
from domain.kernel.refusals import Invalid, NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.privacy import jobs
from domain.privacy.actions.rectifications.accept_rectification import AcceptRectification, accept_rectification
from domain.privacy.actions.rectifications.ask_rectification import MOST_OPEN, AskRectification, ask_rectification
from domain.privacy.actions.rectifications.extend_rectification import ExtendRectification, extend_rectification
from domain.privacy.actions.rectifications.refuse_rectification import RefuseRectification, refuse_rectification
from domain.privacy.queries.rectifications.rectifications import (
    RectificationRow,
    RectificationSheet,
    own_rectifications,
    rectification_sheet,
    rectifications_at,
)
from domain.privacy.refusals import AlreadyAnswered, AlreadyExtended, TermOver, TooManyRectifications, ValuesNeeded
from domain.privacy.rules.answer_terms import answer_by, extended, is_reminded, months_after
from domain.privacy.terms import RectificationStatus
from domain.registry.actions.facts.record_fact import RecordFact, record_fact
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from domain.registry.queries.facts.facts_of import fact_history, facts_of
from domain.registry.refusals import ChangedMeanwhile
from domain.registry.terms import FactKind
from tests.support import given
from tests.support.given import SYSTEM, Territory
from tests.support.personas import DAVIDE, ROSA

NOON = datetime(2026, 1, 31, 11, tzinfo=UTC)
HOME = {"street": "via Vecchia 1", "postal_code": "56021", "city": "Cascina"}
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@dataclass
class Scene:
    """Rosa, whose street is wrong, and an operator."""

    connection: AsyncConnection
    territory: Territory
    rosa: Citizen
    davide: Citizen
    worker: Operator
    fact_id: UUID

    async def ask(self, citizen: Citizen | None = None, **more: Any) -> UUID:
        """The street is wrong."""
        citizen = citizen or self.rosa
        facts = {"person_id": self.rosa.person_id, "fact_id": self.fact_id, "wrong": "La via", "wanted": "via Nuova 2"}
        async with unit_of_work(citizen, bind=self.connection) as work:
            return await ask_rectification(work, citizen, AskRectification(**(facts | more)))

    async def accept(self, asked: UUID, operator: Operator | None = None, **more: Any) -> None:
        """It is put right."""
        facts: dict[str, Any] = {"rectification_id": asked, "answer": "Corretta la via"}
        facts |= {"value": HOME | {"street": "via Nuova 2"}, "starts_on": date(2020, 1, 1)}
        actor = operator or self.worker
        async with unit_of_work(actor, bind=self.connection) as work:
            await accept_rectification(work, actor, AcceptRectification(**(facts | more)))

    async def refuse(self, asked: UUID, operator: Operator | None = None) -> None:
        """It stays."""
        actor = operator or self.worker
        async with unit_of_work(actor, bind=self.connection) as work:
            command = RefuseRectification(rectification_id=asked, refusal_reason="L'anagrafe dice così.")
            await refuse_rectification(work, actor, command)

    async def extend(self, asked: UUID) -> None:
        """It takes longer."""
        async with unit_of_work(self.worker, bind=self.connection) as work:
            command = ExtendRectification(rectification_id=asked, extension_reason="Aspettiamo l'anagrafe.")
            await extend_rectification(work, self.worker, command)

    async def mine(self) -> list[RectificationRow]:
        """What Rosa sees."""
        async with unit_of_work(self.rosa, read_only=True, bind=self.connection) as work:
            return list(await own_rectifications(work, self.rosa))

    async def waiting(self, operator: Operator | None = None) -> tuple[int, int]:
        """How many an operator is told of, and sees."""
        actor = operator or self.worker
        async with unit_of_work(actor, read_only=True, bind=self.connection) as work:
            found = await rectifications_at(work, actor)
        return found.total, len(found.items)

    async def sheet(self, asked: UUID, operator: Operator) -> RectificationSheet:
        """One, as an operator sees it."""
        async with unit_of_work(operator, read_only=True, bind=self.connection) as work:
            return await rectification_sheet(work, operator, asked)


@pytest.fixture
async def scene(connection: AsyncConnection) -> Scene:
    with as_of(NOON):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            territory = await given.a_territory(work)
            rosa, davide = [await given.a_person(work, territory, one) for one in (ROSA, DAVIDE)]
            worker = await given.an_operator(work, territory.office_id, (Role.SOCIAL_WORKER,))
            fact_id = await record_fact(
                work,
                SYSTEM,
                RecordFact(person_id=rosa, kind=FactKind.RESIDENCE, value=HOME, starts_on=date(2020, 1, 1)),
            )
    citizens = [given.a_citizen(territory, one) for one in (rosa, davide)]
    return Scene(connection, territory, citizens[0], citizens[1], worker, fact_id)


async def test_accepting_corrects_the_fact_and_keeps_the_past(scene: Scene) -> None:
    with as_of(NOON):
        asked = await scene.ask()
        assert await scene.waiting() == (1, 1)
        (row,) = await scene.mine()
        assert (row.due_on, row.days_left) == (date(2026, 2, 28), 28)
    with as_of(NOON + timedelta(hours=1)):
        await scene.accept(asked)
        (row,) = await scene.mine()
        assert (row.status, row.answer, row.days_left) == (RectificationStatus.ACCEPTED, "Corretta la via", None)
        async with unit_of_work(scene.worker, read_only=True, bind=scene.connection) as work:
            today = await facts_of(work, scene.worker, scene.rosa.person_id)
            history = await fact_history(work, scene.worker, scene.rosa.person_id, FactKind.RESIDENCE)
        assert [one.value.model_dump()["street"] for one in today if one.kind is FactKind.RESIDENCE] == ["via Nuova 2"]
        assert {one.value.model_dump()["street"] for one in history.items} == {"via Nuova 2", "via Vecchia 1"}
        assert await scene.waiting() == (0, 0)
        with pytest.raises(AlreadyAnswered):
            await scene.accept(asked)
        with pytest.raises(AlreadyAnswered):
            await scene.refuse(asked)


async def test_refusing_says_why_and_changes_nothing(scene: Scene) -> None:
    with as_of(NOON):
        asked = await scene.ask()
        await scene.refuse(asked)
        (row,) = await scene.mine()
        assert (row.status, row.answer) == (RectificationStatus.REFUSED, "L'anagrafe dice così.")
        sheet = await scene.sheet(asked, scene.worker)
    assert sheet.fact is not None
    assert sheet.fact.is_believed
    assert sheet.answered_by == "Anna Prova"


async def test_the_answer_is_told_once_without_saying_what_it_is(
    scene: Scene, everything_that_follows: Callable[[], Awaitable[int]]
) -> None:
    with as_of(NOON):
        asked = await scene.ask()
        await scene.refuse(asked)
        await everything_that_follows()
        await jobs.tell_of_answer(str(asked), bind=scene.connection)
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT paragraphs::text FROM correspondence.letter WHERE person_id = :rosa"),
            {"rosa": scene.rosa.person_id},
        )
    (paragraphs,) = found.scalars().all()
    assert "anagrafe" not in paragraphs


async def test_more_time_is_taken_once_and_in_the_first_month(scene: Scene) -> None:
    with as_of(NOON):
        asked, late = await scene.ask(), await scene.ask()
        await scene.extend(asked)
        (row,) = [one for one in await scene.mine() if one.id == asked]
        assert (row.due_on, row.extension_reason) == (date(2026, 4, 30), "Aspettiamo l'anagrafe.")
        with pytest.raises(AlreadyExtended):
            await scene.extend(asked)
    with as_of(NOON + timedelta(days=40)), pytest.raises(TermOver):
        await scene.extend(late)


async def test_nobody_asks_about_another_and_no_neighbour_answers(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        neighbour = await given.an_operator(work, scene.territory.neighbour_office_id)
        auditor = await given.an_operator(work, scene.territory.office_id, (Role.AUDITOR,))
    with as_of(NOON):
        with pytest.raises(NotFound):
            await scene.ask(scene.davide)
        with pytest.raises(NotFound):
            await scene.ask(scene.davide, person_id=scene.davide.person_id)
        asked = await scene.ask()
        assert await scene.waiting(neighbour) == (0, 0)
        assert await scene.waiting(auditor) == (1, 1)
        assert not (await scene.sheet(asked, auditor)).may_answer
        with pytest.raises(NotFound):
            await scene.refuse(asked, neighbour)
        with pytest.raises(NotAllowed):
            await scene.refuse(asked, auditor)


async def test_what_an_operator_may_not_read_is_answered_by_others(scene: Scene) -> None:
    with as_of(NOON):
        async with unit_of_work(SYSTEM, bind=scene.connection) as work:
            desk = await given.an_operator(work, scene.territory.office_id, (Role.DESK_OPERATOR,))
            fact_id = await record_fact(
                work,
                SYSTEM,
                RecordFact(person_id=scene.rosa.person_id, kind=FactKind.DOCTOR, value={"name": "Bianchi"}),
            )
        asked = await scene.ask(fact_id=fact_id)
        hidden, seen = await scene.sheet(asked, desk), await scene.sheet(asked, scene.worker)
    assert (hidden.fact, hidden.is_fact_hidden, hidden.may_answer) == (None, True, False)
    assert seen.fact is not None


async def test_a_protected_person_is_in_no_list_and_no_count_of_the_others(scene: Scene) -> None:
    with as_of(NOON):
        async with unit_of_work(SYSTEM, bind=scene.connection) as work:
            other = await given.an_operator(work, scene.territory.office_id, (Role.SOCIAL_WORKER,), names="Ugo Prova")
            hide = ProtectIdentity(person_id=scene.rosa.person_id, operator_ids=(scene.worker.operator_id,))
            await protect_identity(work, SYSTEM, hide)
        await scene.ask()
        assert await scene.waiting(other) == (0, 0)
        assert await scene.waiting() == (1, 1)


async def test_a_correction_is_refused_as_any_other(scene: Scene) -> None:
    with as_of(NOON):
        asked, again = await scene.ask(), await scene.ask()
        with pytest.raises(ValuesNeeded):
            await scene.accept(asked, value={})
        with pytest.raises(Invalid):
            await scene.accept(asked, value=HOME | {"postal_code": "12"})
    with as_of(NOON + timedelta(hours=1)):
        await scene.accept(asked)
        with pytest.raises(ChangedMeanwhile):
            await scene.accept(again)


async def test_requests_in_free_words_are_answered_with_words(scene: Scene) -> None:
    with as_of(NOON):
        asked = await scene.ask(fact_id=None, wrong="Nella lettera il cognome è sbagliato")
        await scene.accept(asked, value={})
        (row,) = await scene.mine()
    assert (row.fact_kind, row.status) == (None, RectificationStatus.ACCEPTED)


async def test_requests_have_an_end(scene: Scene) -> None:
    with as_of(NOON):
        for _one in range(MOST_OPEN):
            await scene.ask()
        with pytest.raises(TooManyRectifications):
            await scene.ask()


async def test_the_heads_hear_of_what_is_about_to_be_late(scene: Scene) -> None:
    async with unit_of_work(SYSTEM, bind=scene.connection) as work:
        await given.an_operator(work, scene.territory.office_id, (Role.OFFICE_HEAD,))
    with as_of(NOON):
        await scene.ask()
    counted = []
    for days in (1, 21, 27, 28, 29, 30):  # Saturday 31 January; the term is Saturday 28 February
        with as_of(NOON + timedelta(days=days)):
            await jobs.remind_offices(bind=scene.connection)
        async with unit_of_work(SYSTEM, bind=scene.connection) as work:
            found = await (await work.session.connection()).execute(
                sa.text(
                    "DELETE FROM jobs.queue WHERE message->>'actor_name' = 'remind_of_rectifications'"
                    " AND message->'args'->>0 LIKE :ente RETURNING 1"
                ),
                {"ente": f"%{scene.territory.comune_id}%"},
            )
            counted.append(len(found.all()))
    assert counted == [0, 1, 1, 1, 0, 1]


@property_of(DAYS, st.integers(-60, 60))
def test_a_month_later_is_the_same_day_or_the_last_one(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@property_of(DAYS)
def test_an_office_never_has_more_than_a_month_nor_more_than_three(day: date) -> None:
    assert timedelta(days=28) <= answer_by(day) - day <= timedelta(days=31)
    assert timedelta(days=89) <= extended(day) - day <= timedelta(days=92)


@property_of(DAYS, st.integers(-400, 40))
def test_a_late_answer_is_heard_of_every_week(day: date, left: int) -> None:
    due_on = day + timedelta(days=left)
    heard = [is_reminded(due_on, day + timedelta(days=one)) for one in range(7)]
    assert not (left < 0) or any(heard)
