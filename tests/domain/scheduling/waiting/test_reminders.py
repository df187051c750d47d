"""Everybody is reminded once of each hour that counts, and never of a time that is over."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.correspondence.actions.words.set_message_hours import SetMessageHours, set_message_hours
from domain.kernel.actor import System
from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.actions.booking.move_appointment import MoveAppointment, move_appointment
from domain.scheduling.actions.reminding.send_reminder import SendReminder, send_reminder
from domain.scheduling.actions.waiting.set_notice_rules import SetNoticeRules, set_notice_rules
from domain.scheduling.jobs import remind_of_appointments
from tests.support.database.committed import swept
from tests.support.desk import messages_caught
from tests.support.given import a_person, an_operator
from tests.support.queue import drain
from tests.support.scheduling.agendas import a_week
from tests.support.scheduling.appointments import Receiving, an_office_that_receives, at

HOUR = timedelta(hours=1)
WHO = System("remind of appointments")
LETTERS = "SELECT subject, paragraphs FROM correspondence.letter WHERE occasion = 'appointment_reminder'"


async def _letters(office: Receiving) -> list[str]:
    return [" ".join(paragraphs) for _subject, paragraphs in await office.asked(LETTERS)]


async def _rosa(office: Receiving) -> UUID:
    async with unit_of_work(System("given"), bind=office.bind) as work:
        return await a_person(work, office.territory)


async def test_two_reminders_two_days_and_three_hours_before_however_often_the_clock_rings(office: Receiving) -> None:
    await office.book(at(3), "Rosa", person_id=await _rosa(office))
    told = []
    for before in (49, 48, 47, 30, 4, 3, 2, 0):
        with as_of(at(3) - before * HOUR):
            told += [await remind_of_appointments(bind=office.bind) for _twice in range(2)]
    assert told == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    letters = await _letters(office)
    assert len(letters) == 2
    assert all("3 marzo 2027, 09:00" in one for one in letters)


async def test_a_worker_killed_between_writing_and_noting_it_has_done_neither(office: Receiving) -> None:
    rosa = await office.book(at(3), "Rosa", person_id=await _rosa(office))
    with as_of(at(3) - 40 * HOUR):
        with pytest.raises(SystemExit):
            async with unit_of_work(WHO, bind=office.bind) as work:
                assert await send_reminder(work, WHO, SendReminder(appointment_id=rosa))
                raise SystemExit
        assert await _letters(office) == []
        assert await remind_of_appointments(bind=office.bind) == 1
        assert await remind_of_appointments(bind=office.bind) == 0
    assert len(await _letters(office)) == 1


async def test_who_moved_is_not_reminded_of_the_old_time_even_if_the_message_was_written(office: Receiving) -> None:
    rosa = await office.book(at(3), "Rosa", person_id=await _rosa(office))
    with as_of(at(3) - 40 * HOUR):
        assert await remind_of_appointments(bind=office.bind) == 1
        moving = MoveAppointment(appointment_id=rosa, agenda_id=office.agenda_id, starts_at=at(4, 11))
        await office.do(move_appointment, moving)
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
        assert await _letters(office) == []
    with as_of(at(4, 11) - 40 * HOUR):
        assert await remind_of_appointments(bind=office.bind) == 1
    assert "4 marzo 2027, 11:00" in (await _letters(office))[0]


async def test_somebody_known_without_an_address_is_reminded_at_the_one_they_typed(
    office: Receiving, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught = messages_caught(monkeypatch)
    await office.book(at(3), "Rosa", person_id=await _rosa(office))
    await drain(office.bind)  # pyright: ignore[reportArgumentType]
    caught.mails.clear()
    with as_of(at(3) - 40 * HOUR):
        assert await remind_of_appointments(bind=office.bind) == 1
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
    assert [one.recipient for one in caught.mails] == ["rosa@prova.example"]


async def test_nobody_is_reminded_who_does_not_want_it_is_hidden_or_has_cancelled(office: Receiving) -> None:
    rosa = await _rosa(office)
    await office.book(at(3), "Uno", person_id=rosa, wants_reminders=False)
    await office.book(at(3, 10), "Due", person_id=rosa, is_hidden=True)
    gone = await office.book(at(3, 11), "Tre", person_id=rosa)
    await office.do(cancel_appointment, CancelAppointment(appointment_id=gone))
    with as_of(at(3) - 2 * HOUR):
        assert await remind_of_appointments(bind=office.bind) == 0


async def test_in_the_quiet_hours_nothing_is_written_yet_and_the_ente_chooses_how_long_before(
    office: Receiving,
) -> None:
    async with unit_of_work(WHO, bind=office.bind) as work:
        admin = await an_operator(work, office.territory.office_id, (Role.ENTE_ADMIN,))
    quiet = SetMessageHours.model_validate({"quiet_from": "20:00", "quiet_to": "8:00"})
    await office.do(set_message_hours, quiet, admin)
    usual = {"offer_hours": 24, "lead_hours": 48, "pause_hours": 24, "most_offers": 3, "closing_hours": 72}
    await office.do(set_notice_rules, SetNoticeRules.model_validate({"reminder_hours": "5, 5"} | usual), admin)
    await office.book(at(3), "Rosa", person_id=await _rosa(office))
    with as_of(at(3, 5)):
        assert await remind_of_appointments(bind=office.bind) == 0
    with as_of(at(3, 8, 5)):
        assert await remind_of_appointments(bind=office.bind) == 1
        assert await remind_of_appointments(bind=office.bind) == 0


async def test_in_the_night_in_which_the_clock_is_put_back_nobody_is_reminded_twice(
    connection: AsyncConnection,
) -> None:
    office = await an_office_that_receives(connection, openings=a_week(weekdays=range(7)))
    start = at(31, 9, month=10)
    await office.book(start, "Rosa", person_id=await _rosa(office))
    told = 0
    now = start - 50 * HOUR  # the clock is put back on 31 October 2027
    while now < start:
        with as_of(now):
            told += await remind_of_appointments(bind=office.bind)
        now += timedelta(minutes=90)
    assert told == 2


@pytest.fixture
async def committed(engine: AsyncEngine, database_url_owner: str) -> AsyncIterator[Receiving]:
    """An office that is really there, for several connections."""
    async with swept(database_url_owner):
        yield await an_office_that_receives(engine)


async def test_two_workers_at_once_remind_once(committed: Receiving) -> None:
    rosa = await committed.book(at(3), "Rosa", person_id=await _rosa(committed))

    async def remind() -> bool:
        with as_of(at(3) - 40 * HOUR):
            async with unit_of_work(WHO, bind=committed.bind) as work:
                return await send_reminder(work, WHO, SendReminder(appointment_id=rosa))

    assert sorted(await asyncio.gather(*(remind() for _worker in range(4)))) == [False, False, False, True]
    assert len(await _letters(committed)) == 1
