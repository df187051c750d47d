"""A bando opens and closes by the clock; once published it changes only with a note that everybody reads."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.catalogue.actions.bandi.close_bando import CloseBando, close_bando
from domain.catalogue.actions.bandi.conclude_bando import ConcludeBando, conclude_bando
from domain.catalogue.actions.bandi.draft_bando import DraftBando, draft_bando
from domain.catalogue.actions.bandi.extend_bando import ExtendBando, extend_bando
from domain.catalogue.actions.bandi.keep_criterion import KeepCriterion, TypedBand, keep_criterion
from domain.catalogue.actions.bandi.open_bando import OpenBando, open_bando
from domain.catalogue.actions.bandi.rectify_bando import RectifyBando, rectify_bando
from domain.catalogue.actions.bandi.remove_criterion import RemoveCriterion, remove_criterion
from domain.catalogue.queries.bandi.bando_in_force import bando_in_force
from domain.catalogue.queries.bandi.bando_sheet import BandoSheet, bando_sheet
from domain.catalogue.queries.bandi.open_bandi import open_bandi, public_bando
from domain.catalogue.refusals import (
    BandoDraftChanged,
    BandoNotUnderWay,
    BandoNotWhole,
    BandoPeriodWrong,
    NotYoursToPublish,
)
from domain.catalogue.rules.bandi.criteria import Band, Criterion, score
from domain.catalogue.rules.bandi.states import instant_in_italy, state_at
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.catalogue.terms.bandi import BandoChange, BandoState, BandoStatus
from domain.kernel.actor import Operator, Visitor
from domain.kernel.clock import as_of
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from tests.support.applications import home_care_is_published
from tests.support.bandi import (
    AFTER,
    BEFORE,
    CLOSES_ON,
    CLOSING,
    DURING,
    OPENING,
    a_draft_bando,
    a_published_bando,
    alone,
    low_isee,
    revision,
)
from tests.support.given import SYSTEM, Territory, a_territory, an_operator

NOTE = "Con determina n. 30 del 15 marzo 2027."
WORDS = Localised({"it": "Prova"})
Desk = tuple[AsyncConnection, Territory, Operator]


@pytest.fixture
async def desk(connection: AsyncConnection) -> Desk:
    """A planner of the ambito, which offers home care."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        await home_care_is_published(work, territory.ambito_id)
        planner = await an_operator(work, territory.ambito_office_id, (Role.PLANNER,))
    return connection, territory, planner


async def published(desk: Desk) -> UUID:
    connection, _territory, planner = desk
    with as_of(BEFORE):
        async with unit_of_work(planner, bind=connection) as work:
            return await a_published_bando(work, planner)


def test_a_bando_is_open_from_its_first_to_its_last_instant() -> None:
    for at, state in (
        (BEFORE, BandoState.COMING),
        (OPENING, BandoState.OPEN),
        (CLOSING, BandoState.OPEN),
        (AFTER, BandoState.CLOSED),
    ):
        assert state_at(BandoStatus.PUBLISHED, OPENING, CLOSING, at) is state, at


@given(day=st.dates(date(2026, 1, 1), date(2040, 1, 1)), hour=st.times(), is_end=st.booleans())
def test_an_hour_that_was_typed_is_that_hour_on_the_clocks_of_italy(day: date, hour: time, is_end: bool) -> None:
    try:
        found = instant_in_italy(day, hour, is_end=is_end)
    except ValueError:
        assert day.month == 3 and hour.hour == 2  # the hour that clocks jump over
        return
    there = found.astimezone(OPENING.tzinfo)
    assert (there.date(), there.hour, there.minute) == (day, hour.hour, hour.minute)


def test_on_the_night_of_the_change_the_hour_that_comes_twice_is_in_favour_of_who_asks() -> None:
    night = date(2027, 10, 31)
    assert instant_in_italy(night, time(2, 30), is_end=False) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert instant_in_italy(night, time(2, 30), is_end=True) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    with pytest.raises(ValueError, match="hour"):
        instant_in_italy(date(2027, 3, 28), time(2, 30), is_end=True)


@given(value=st.integers(-(10**6), 10**7), tops=st.lists(st.integers(0, 10**6), unique=True, min_size=1, max_size=6))
def test_a_value_has_the_points_of_the_lowest_band_that_holds_it(value: int, tops: list[int]) -> None:
    rising = sorted(tops)
    bands = tuple(Band(up_to=top, points=number * 10) for number, top in enumerate(rising, 1))
    one = Criterion(key="isee", label=WORDS, value={"var": "isee"}, bands=bands)
    expected = next((number * 10 for number, top in enumerate(rising, 1) if value <= top), 0)
    assert score([one], {"isee": value}).points == expected
    assert score([one], {}).points == 0


def test_bands_that_do_not_rise_are_refused() -> None:
    for bands in ((Band(up_to=5, points=1), Band(up_to=5, points=2)), (Band(points=1), Band(up_to=5, points=2))):
        with pytest.raises(ValueError, match="rise"):
            Criterion(key="isee", label=WORDS, value={"var": "isee"}, bands=bands)


async def test_a_planner_writes_a_bando_and_everybody_reads_it_once_it_is_published(desk: Desk) -> None:
    connection, territory, _planner = desk
    bando_id = await published(desk)
    visitor = Visitor(territory.family)
    for at, state in ((BEFORE, BandoState.COMING), (DURING, BandoState.OPEN), (AFTER, BandoState.CLOSED)):
        with as_of(at):
            async with unit_of_work(visitor, read_only=True, bind=connection) as work:
                for looked in (BandoState.COMING, BandoState.OPEN, BandoState.CLOSED):
                    found = await open_bandi(work, visitor, territory.family, state=looked)
                    assert [row.id for row in found.items] == ([bando_id] if looked is state else [])
                assert (await public_bando(work, visitor, found_slug(bando_id), territory.family)).row.state is state
    with as_of(DURING):
        async with unit_of_work(visitor, read_only=True, bind=connection) as work:
            assert (await open_bandi(work, visitor, territory.family, search="AIUTO A CASA")).total == 1
            assert (await open_bandi(work, visitor, territory.family, search="100% mensa")).total == 0
    assert (await sheet_of(desk, bando_id)).changes[0].change is BandoChange.PUBLISHED


def found_slug(_bando_id: UUID) -> str:
    return "bando-per-l-aiuto-a-casa"


async def sheet_of(desk: Desk, bando_id: UUID) -> BandoSheet:
    connection, _territory, planner = desk
    async with unit_of_work(planner, read_only=True, bind=connection) as work:
        return await bando_sheet(work, planner, bando_id)


async def test_nobody_outside_reads_a_draft_and_only_designers_write_one(desk: Desk) -> None:
    connection, territory, planner = desk
    async with unit_of_work(planner, bind=connection) as work:
        bando_id = await a_draft_bando(work, planner)
    visitor = Visitor(territory.family)
    async with unit_of_work(visitor, read_only=True, bind=connection) as work:
        with pytest.raises(NotFound):
            await public_bando(work, visitor, found_slug(bando_id), territory.family)
        with pytest.raises(NotFound):
            await bando_in_force(work, bando_id)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        worker = await an_operator(work, territory.ambito_office_id, (Role.SOCIAL_WORKER,))
    async with unit_of_work(worker, bind=connection) as work:
        with pytest.raises(NotYoursToPublish):
            await draft_bando(work, worker, DraftBando(title="Un bando", service_slug=HOME_CARE))


async def test_what_is_missing_or_makes_no_sense_stops_the_publication(desk: Desk) -> None:
    connection, _territory, planner = desk
    async with unit_of_work(planner, bind=connection) as work:
        bando_id = await draft_bando(work, planner, DraftBando(title="Bando nuovo", service_slug=HOME_CARE))
        with pytest.raises(BandoNotWhole) as refused:
            await open_bando(work, planner, OpenBando(bando_id=bando_id, seen_revision=1))
        assert set(refused.value.fields) == {"summary", "act", "contacts", "appeal"}
        with pytest.raises(Invalid) as wrong:
            await keep_criterion(work, planner, alone(bando_id, 1, points="molti"))
        assert set(wrong.value.fields) == {"points"}
    async with unit_of_work(planner, bind=connection) as work:
        with pytest.raises(Invalid):
            falling = (TypedBand(up_to="10", points="1"), TypedBand(up_to="5", points="2"))
            await keep_criterion(work, planner, low_isee(bando_id, 2).model_copy(update={"bands": falling}))


async def test_a_colleagues_change_is_not_overwritten(desk: Desk) -> None:
    connection, _territory, planner = desk
    async with unit_of_work(planner, bind=connection) as work:
        bando_id = await a_draft_bando(work, planner)
        with pytest.raises(BandoDraftChanged):
            await keep_criterion(work, planner, alone(bando_id, 1))


async def test_a_criterion_written_after_the_publication_counts_only_from_the_rectification(desk: Desk) -> None:
    connection, _territory, planner = desk
    bando_id = await published(desk)
    with as_of(DURING):
        async with unit_of_work(planner, bind=connection) as work:
            seen = await revision(work, planner, bando_id)
            await remove_criterion(
                work, planner, RemoveCriterion(bando_id=bando_id, seen_revision=seen, key="vive_da_solo")
            )
            assert len((await bando_in_force(work, bando_id)).content.criteria) == 2
            await rectify_bando(work, planner, RectifyBando(bando_id=bando_id, seen_revision=seen + 1, note=NOTE))
            in_force = await bando_in_force(work, bando_id)
            assert (in_force.number, len(in_force.content.criteria)) == (2, 1)
    changes = (await sheet_of(desk, bando_id)).changes
    assert [(one.change, one.note) for one in changes] == [(BandoChange.RECTIFIED, NOTE), (BandoChange.PUBLISHED, "")]


async def test_more_time_is_given_with_a_note_and_never_less(desk: Desk) -> None:
    connection, _territory, planner = desk
    bando_id = await published(desk)
    with as_of(AFTER):
        async with unit_of_work(planner, bind=connection) as work:
            for day in (CLOSES_ON, CLOSES_ON - timedelta(days=1)):
                with pytest.raises(BandoPeriodWrong):
                    await extend_bando(work, planner, longer(bando_id, day))
            await extend_bando(work, planner, longer(bando_id, CLOSES_ON + timedelta(days=10)))
            assert (await bando_in_force(work, bando_id)).state is BandoState.OPEN


def longer(bando_id: UUID, day: date) -> ExtendBando:
    return ExtendBando(bando_id=bando_id, closes_on=day, closes_hour=time(12), note=NOTE)


async def test_a_result_comes_after_the_end_and_an_annulled_bando_has_none(desk: Desk) -> None:
    connection, territory, planner = desk
    bando_id = await published(desk)
    result = ConcludeBando(bando_id=bando_id, result="Le domande ammesse sono nel file.")
    async with unit_of_work(planner, bind=connection) as work:
        with pytest.raises(BandoNotUnderWay):
            await conclude_bando(work, planner, result)
    with as_of(AFTER):
        async with unit_of_work(planner, bind=connection) as work:
            await conclude_bando(work, planner, result)
        async with unit_of_work(planner, bind=connection) as work:
            with pytest.raises(BandoNotUnderWay):
                await close_bando(work, planner, CloseBando(bando_id=bando_id, note=NOTE))
            found = await public_bando(work, planner, found_slug(bando_id), territory.family)
            assert (found.row.state, found.result) == (BandoState.CONCLUDED, result.result)


async def test_an_annulled_bando_says_why_to_everybody(desk: Desk) -> None:
    connection, territory, planner = desk
    bando_id = await published(desk)
    with as_of(DURING):
        async with unit_of_work(planner, bind=connection) as work:
            await close_bando(work, planner, CloseBando(bando_id=bando_id, note=NOTE))
        async with unit_of_work(Visitor(territory.family), read_only=True, bind=connection) as work:
            found = await public_bando(work, work.actor, found_slug(bando_id), territory.family)
            assert found.row.state is BandoState.ANNULLED
            assert found.changes[0].note == NOTE


async def test_an_unknown_question_is_no_criterion(desk: Desk) -> None:
    connection, _territory, planner = desk
    async with unit_of_work(planner, bind=connection) as work:
        bando_id = await a_draft_bando(work, planner)
        with pytest.raises(Invalid):
            await keep_criterion(
                work, planner, KeepCriterion(bando_id=bando_id, seen_revision=4, label=WORDS, question="lives_alone")
            )
