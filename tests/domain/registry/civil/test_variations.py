"""Every night the civil registry is asked about the people for whom something is open."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest
import sqlalchemy as sa

from domain.catalogue.seeds.starting_services import publish_starting_services
from domain.intake.actions.withdraw_application import WithdrawApplication, withdraw_application
from domain.kernel.clock import as_of, day_of, utcnow
from domain.kernel.refusals import NotAllowed
from domain.platform.jobs import take
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.registry import jobs
from domain.registry.actions.civil.end_watch import EndWatch, end_watch
from domain.registry.actions.civil.watch_person import WatchPerson, watch_person
from domain.registry.jobs import RegistryAway, ask_variations, ask_variations_of
from domain.registry.queries.civil.watched import watched
from domain.registry.refusals import NotYourPerson
from domain.registry.terms.civil import DifferenceKind, WatchReason
from tests.domain.registry.civil.conftest import Desk
from tests.support import given
from tests.support.applications import a_submitted_application
from tests.support.given import SYSTEM
from tests.support.outside.civil_registry import home, resident
from tests.support.personas import DAVIDE, FATIMA, OKSANA, ROSA, YOUSSEF, Persona

EVERYBODY = (ROSA, FATIMA, OKSANA, DAVIDE, YOUSSEF)
Follow = Callable[[], Awaitable[int]]


async def watch(desk: Desk, *personas: Persona) -> list[UUID]:
    """People with an open case."""
    found = []
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        for persona in personas:
            person_id = await given.a_person(work, desk.territory, persona)
            command = WatchPerson(person_id=person_id, reason=WatchReason.CASE, subject_id=uuid4())
            await watch_person(work, SYSTEM, command)
            found.append(person_id)
    return found


async def still_to_ask(desk: Desk) -> int:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        return len(await watched(work, work.today))


async def events(desk: Desk) -> list[str]:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        wanted = sa.text("SELECT body::text FROM platform.event WHERE body::text LIKE '%difference_id%'")
        return list((await (await work.session.connection()).execute(wanted)).scalars().all())


def today() -> str:
    return day_of(utcnow()).isoformat()


async def test_a_death_in_the_registry_waits_for_a_decision_the_same_night(
    desk: Desk, everything_that_follows: Follow
) -> None:
    [rosa] = await watch(desk, ROSA)
    desk.civil_office.has(home(resident(ROSA, died_on="2026-11-01")))
    await ask_variations(bind=desk.connection)
    await everything_that_follows()
    assert (await desk.waiting(rosa))[0].kind is DifferenceKind.DEATH
    told = await events(desk)
    assert any('"death"' in one for one in told)
    assert not any(ROSA.family_name in one or ROSA.codice_fiscale in one for one in told)
    assert await still_to_ask(desk) == 0


async def test_many_people_are_asked_in_pieces(
    desk: Desk, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "CHUNK", 2)
    await watch(desk, *EVERYBODY)
    desk.civil_office.has(*[home(resident(one)) for one in EVERYBODY])
    assert await ask_variations_of(today(), bind=desk.connection) == 2
    assert await still_to_ask(desk) == 3
    await everything_that_follows()
    assert await still_to_ask(desk) == 0


async def test_a_job_that_dies_half_way_goes_on_where_it_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people = await watch(desk, *EVERYBODY)
    desk.civil_office.has(*[home(resident(one), road="delle Rose") for one in EVERYBODY])
    asked, original = [], jobs.check_person

    async def dies_at_the_third(*arguments: object, **named: object) -> int:
        if len(asked) == 2:
            raise KeyboardInterrupt
        asked.append(arguments)
        return await original(*arguments, **named)  # pyright: ignore

    monkeypatch.setattr(jobs, "check_person", dies_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        await ask_variations_of(today(), bind=desk.connection)
    assert await still_to_ask(desk) == 3
    monkeypatch.setattr(jobs, "check_person", original)
    assert await ask_variations_of(today(), bind=desk.connection) == 3
    assert [len(await desk.waiting(one)) for one in people] == [1] * 5
    assert await ask_variations_of(today(), bind=desk.connection) == 0


async def test_a_registry_that_is_away_is_asked_again_later(desk: Desk) -> None:
    await watch(desk, ROSA, FATIMA)
    desk.civil_office.answers(httpx.ConnectError("down"))
    with pytest.raises(RegistryAway):
        await ask_variations_of(today(), bind=desk.connection)
    assert await still_to_ask(desk) == 2


async def test_an_answer_that_cannot_be_read_does_not_stop_the_others(desk: Desk) -> None:
    await watch(desk, *EVERYBODY)
    wrong = home(resident(ROSA, born_on="1949-99-99"))
    desk.civil_office.has(wrong, *[home(resident(one)) for one in EVERYBODY if one is not ROSA])
    assert await ask_variations_of(today(), bind=desk.connection) == 5
    assert await still_to_ask(desk) == 0


async def test_the_next_night_everybody_is_asked_again(desk: Desk) -> None:
    await watch(desk, ROSA)
    await ask_variations_of(today(), bind=desk.connection)
    assert await still_to_ask(desk) == 0
    with as_of(utcnow() + timedelta(days=1)):
        assert await still_to_ask(desk) == 1


async def test_where_no_registry_is_connected_nothing_is_queued(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "civil_registry_person_url", "")
    await watch(desk, ROSA)
    await ask_variations(bind=desk.connection)
    assert await take(desk.connection, ["ask_variations_of"]) == []


async def test_watching_twice_is_watching_once_and_what_is_closed_ends_it(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        rosa = await given.a_person(work, desk.territory, ROSA)
        case = WatchPerson(person_id=rosa, reason=WatchReason.CASE, subject_id=uuid4())
        sheet = WatchPerson(person_id=rosa, reason=WatchReason.SHEET, subject_id=uuid4())
        for one in (case, case, sheet):
            await watch_person(work, SYSTEM, one)
    assert await still_to_ask(desk) == 1
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await end_watch(work, SYSTEM, EndWatch(reason=case.reason, subject_id=case.subject_id))
    assert await still_to_ask(desk) == 1
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await end_watch(work, SYSTEM, EndWatch(reason=sheet.reason, subject_id=sheet.subject_id))
    assert await still_to_ask(desk) == 0


async def test_citizens_watch_nobody_and_operators_do_not_read_the_list(desk: Desk) -> None:
    [rosa] = await watch(desk, ROSA)
    citizen = given.a_citizen(desk.territory, rosa)
    async with unit_of_work(citizen, bind=desk.connection) as work:
        with pytest.raises(NotYourPerson):
            command = WatchPerson(person_id=rosa, reason=WatchReason.CASE, subject_id=uuid4())
            await watch_person(work, citizen, command)
        with pytest.raises(NotYourPerson):
            await end_watch(work, citizen, EndWatch(reason=WatchReason.CASE, subject_id=uuid4()))
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        with pytest.raises(NotAllowed):
            await watched(work, work.today)


async def test_postgresql_itself_shows_none_of_it_to_strangers(desk: Desk) -> None:
    [rosa] = await watch(desk, ROSA)
    desk.civil_office.has(home(resident(ROSA), road="delle Rose"))
    await desk.check(rosa)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        neighbour = await given.an_operator(work, desk.territory.neighbour_office_id)
    citizen = given.a_citizen(desk.territory, rosa)
    for actor, is_shown in ((SYSTEM, True), (desk.operator, True), (neighbour, False), (citizen, False)):
        async with unit_of_work(actor, read_only=True, bind=desk.connection) as work:
            for table in ("watch", "civil_check", "difference", "civil_inquiry"):
                counted = sa.text(f"SELECT count(*) FROM registry.{table}")
                found = (await (await work.session.connection()).execute(counted)).scalar_one()
                assert bool(found) is is_shown, (actor, table)


async def test_a_case_and_an_application_make_somebody_watched(desk: Desk, everything_that_follows: Follow) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        await publish_starting_services(work, SYSTEM, desk.territory.ambito_id)
        rosa = await given.a_person(work, desk.territory, ROSA)
    citizen = given.a_citizen(desk.territory, rosa)
    async with unit_of_work(citizen, bind=desk.connection) as work:
        application_id = (await a_submitted_application(work, citizen)).id
    await everything_that_follows()
    assert await reasons(desk) == {"application", "case"}
    async with unit_of_work(citizen, bind=desk.connection) as work:
        await withdraw_application(work, citizen, WithdrawApplication(application_id=application_id))
    await everything_that_follows()
    assert await reasons(desk) == {"case"}


async def reasons(desk: Desk) -> set[str]:
    async with unit_of_work(SYSTEM, read_only=True, bind=desk.connection) as work:
        wanted = sa.text("SELECT reason FROM registry.watch WHERE ended_at IS NULL")
        return set((await (await work.session.connection()).execute(wanted)).scalars().all())
