"""A closed office: everybody is told in their language, has one other place at most, and answers without signing in."""

from datetime import time, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.clock import as_of
from domain.kernel.roles import Role
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.scheduling.actions.agendas.add_extra_opening import AddExtraOpening, add_extra_opening
from domain.scheduling.actions.agendas.close_time import CloseTime, close_time
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.actions.closing.propose_new_times import ProposeNewTimes, propose_new_times
from domain.scheduling.jobs import end_unanswered_offers
from domain.scheduling.queries.agendas.booked import booked_between
from domain.scheduling.queries.closing.closing_sheet import closing_sheet
from domain.scheduling.refusals import NotYourAgenda
from domain.scheduling.terms.closing import ClosingOutcome
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.messages import a_post_office
from tests.support.queue import drain
from tests.support.scheduling.agendas import a_week
from tests.support.scheduling.appointments import Receiving, an_office_that_receives, at

NOW = at(1, 8)
PEOPLE = 80


async def _closed(office: Receiving, day: int) -> CloseTime:
    return CloseTime(
        ente_id=office.territory.comune_id,
        office_id=office.territory.office_id,
        starts_at=at(day, 0),
        ends_at=at(day, 23),
    )


async def test_eighty_people_in_two_languages_half_accept_and_nobody_has_two_places(
    connection: AsyncConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = await an_office_that_receives(connection, openings=a_week(seats=14))
    await office.fill(at(10), PEOPLE, languages=("it", "ar"))
    async with unit_of_work(SYSTEM, bind=connection) as work:
        head = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,))
        colleague = await an_operator(work, office.territory.office_id, (Role.SOCIAL_WORKER,))
    async with a_post_office() as (post, url):
        monkeypatch.setattr(settings(), "smtp_url", url)
        with as_of(NOW):
            closure_id = await office.do(close_time, await _closed(office, 10))
            with pytest.raises(NotYourAgenda):
                await office.do(propose_new_times, ProposeNewTimes(closure_id=closure_id), colleague)
            for _twice in range(2):
                await office.do(propose_new_times, ProposeNewTimes(closure_id=closure_id), head)
            await drain(connection)
    languages = [letter["Content-Language"] for letter in post.letters]
    assert (languages.count("it"), languages.count("ar")) == (40, 40)
    assert len({letter["To"] for letter in post.letters}) == PEOPLE
    offered = await office.standing()
    assert len(offered) == PEOPLE
    assert {state for _name, state, _at in offered} == {"offered"}
    assert not [one for one in offered if one[2].date() == at(10).date()]
    assert max(starts_at for _name, _state, starts_at in offered) <= at(13)  # the days next to it have 84 places each
    with as_of(NOW + timedelta(hours=2)):
        offers = dict(await office.asked("SELECT family_name, id FROM scheduling.appointment WHERE state = 'offered'"))
        for name, _state, _starts_at in offered[::2]:
            await office.take(offers[name], name)
    with as_of(NOW + timedelta(hours=80)):
        assert await end_unanswered_offers(bind=connection) == PEOPLE / 2
    found = await office.standing()
    assert sorted(name for name, _state, _at in found) == sorted({name for name, _state, _at in offered[::2]})
    with as_of(NOW + timedelta(hours=80)):
        async with unit_of_work(head, read_only=True, bind=connection) as work:
            sheet = await closing_sheet(work, head, closure_id)
    kept = {outcome: count for outcome, count in sheet.counts.items() if count}
    assert kept == {ClosingOutcome.ACCEPTED: 40, ClosingOutcome.SILENT: 40}


async def test_before_anybody_is_told_the_office_sees_whom_and_hidden_people_are_called(office: Receiving) -> None:
    await office.book(at(10), "Uno", language="ar")
    await office.book(at(10, 10), "Nascosto", is_hidden=True)
    await office.book(at(11), "Altro")
    async with unit_of_work(SYSTEM, bind=office.bind) as work:
        head = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,))
    with as_of(NOW):
        closure_id = await office.do(close_time, await _closed(office, 10))
        async with unit_of_work(head, read_only=True, bind=office.bind) as work:
            sheet = await closing_sheet(work, head, closure_id)
        assert (sheet.to_tell, sheet.told, sheet.hidden) == (1, 0, 1)
        assert [(row.name, row.language) for row in sheet.rows.items] == [("Prova Uno", "ar")]
        await office.do(propose_new_times, ProposeNewTimes(closure_id=closure_id), head)
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
    found = await office.standing()
    assert ("Nascosto", "booked", at(10, 10)) in found
    assert ("Uno", "offered", at(9, 11, 30)) in found


async def test_whoever_is_named_finds_it_among_the_readings_and_who_follows_the_numbers_is_told_no_names(
    office: Receiving,
) -> None:
    async with unit_of_work(SYSTEM, bind=office.bind) as work:
        head = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,))
        rosa = await a_person(work, office.territory)
    booked = await office.book(at(10), "Uno", person_id=rosa)
    noted = "SELECT subject, subject_id FROM platform.reading WHERE person_id = :rosa"
    with as_of(NOW):
        closure_id = await office.do(close_time, await _closed(office, 10))
        async with unit_of_work(head, read_only=True, bind=office.bind) as work:
            followed = await closing_sheet(work, head, closure_id, is_followed=True)
        assert (followed.to_tell, followed.people, list(followed.rows.items)) == (1, 1, [])
        assert await office.asked(noted, rosa=rosa) == []
        async with unit_of_work(head, read_only=True, bind=office.bind) as work:
            assert len((await closing_sheet(work, head, closure_id)).rows.items) == 1
        assert [tuple(one) for one in await office.asked(noted, rosa=rosa)] == [("appointment", booked)]
        async with unit_of_work(head, read_only=True, bind=office.bind) as work:
            assert len(await booked_between(work, [office.agenda_id], at(10), at(11))) == 1
    assert len(await office.asked(noted, rosa=rosa)) == 2, "the week names people too"


async def test_who_finds_no_other_place_is_told_so_and_stands_in_the_list_of_the_desk(
    connection: AsyncConnection,
) -> None:
    office = await an_office_that_receives(connection, openings=())
    one_day = AddExtraOpening(
        agenda_id=office.agenda_id, opens_on=at(10).date(), opening_time=time(9), closing_time=time(12)
    )
    await office.do(add_extra_opening, one_day)
    await office.book(at(10), "Uno")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        head = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,))
    with as_of(NOW):
        closure_id = await office.do(close_time, await _closed(office, 10))
        await office.do(propose_new_times, ProposeNewTimes(closure_id=closure_id), head)
        await drain(connection)
        async with unit_of_work(head, read_only=True, bind=connection) as work:
            sheet = await closing_sheet(work, head, closure_id, ClosingOutcome.NO_PLACE)
    assert [row.name for row in sheet.rows.items] == ["Prova Uno"]
    assert await office.standing() == []


async def test_who_was_offered_an_earlier_place_that_is_then_closed_keeps_the_one_they_have(office: Receiving) -> None:
    await office.book(at(15), "Due", wants_earlier=True)
    gone = await office.book(at(10), "Uno")
    with as_of(NOW):
        await office.do(cancel_appointment, CancelAppointment(appointment_id=gone))
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
        assert await office.offer_to("Due") is not None
        closure_id = await office.do(close_time, await _closed(office, 10))
        async with unit_of_work(SYSTEM, bind=office.bind) as work:
            head = await an_operator(work, office.territory.office_id, (Role.OFFICE_HEAD,))
        await office.do(propose_new_times, ProposeNewTimes(closure_id=closure_id), head)
        await drain(office.bind)  # pyright: ignore[reportArgumentType]
    assert await office.standing() == [("Due", "booked", at(15))]
