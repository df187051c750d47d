"""Who has an appointment waits with everybody else, is called at the hour, and has one sheet."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from domain.kernel.clock import as_of
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.reception.actions.arrivals.call_next import CallNext, call_next
from domain.reception.actions.arrivals.give_number import GiveNumber, give_number
from domain.reception.actions.arrivals.open_for_appointment import OpenForAppointment, open_for_appointment
from domain.reception.actions.arrivals.receive_appointment import ReceiveAppointment, receive_appointment
from domain.reception.actions.arrivals.take_back_arrival import TakeBackArrival, take_back_arrival
from domain.reception.queries.arrivals.waiting_room import waiting_room
from domain.reception.queries.sheets.sheet_as_typed import sheet_as_typed
from domain.scheduling.queries.day.appointments_today import appointment_row
from domain.scheduling.queries.day.day_row import DayRow
from domain.scheduling.terms import AppointmentState
from tests.domain.reception.conftest import Desk
from tests.support.scheduling.expecting import Expecting, an_expecting_office, at


@pytest.fixture
async def expecting(desk: Desk) -> Expecting:
    """The desk's office has an agenda."""
    return await an_expecting_office(desk.connection, desk.territory.office_id)


async def receive(desk: Desk, appointment_id: UUID, when: datetime) -> int:
    with as_of(when):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            return await receive_appointment(work, desk.operator, ReceiveAppointment(appointment_id=appointment_id))


async def row(desk: Desk, appointment_id: UUID) -> DayRow:
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        return await appointment_row(work, desk.operator, appointment_id)


async def test_appointments_pass_before_walk_ins_at_their_hour_and_who_is_late_waits_like_anybody(
    desk: Desk, expecting: Expecting
) -> None:
    nine, ten = await expecting.book(given_name="Prima"), await expecting.book(at(10), given_name="Dopo")
    with as_of(at(8, 50)):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            assert await give_number(work, desk.operator, GiveNumber()) == 1
    assert await receive(desk, nine, at(9, 16)) == 2, "too late for the turn"
    assert await receive(desk, ten, at(9, 50)) == 3
    assert await receive(desk, ten, at(9, 51)) == 3, "there already"
    with as_of(at(9, 55)):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            assert await give_number(work, desk.operator, GiveNumber(is_urgent=True)) == 4
            shown = await waiting_room(work, desk.operator)
            assert [one.number for one in shown.waiting] == [4, 1, 2, 3]
    with as_of(at(10)):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            calls = [await call_next(work, desk.operator, CallNext(called_to="Stanza 3")) for _turn in range(4)]
            assert calls == [4, 3, 1, 2]
            assert (await waiting_room(work, desk.operator)).my_place == "Stanza 3"


async def test_an_arrival_noted_by_mistake_is_taken_back_with_its_number(desk: Desk, expecting: Expecting) -> None:
    appointment_id = await expecting.book(person_id=await desk.person())
    await receive(desk, appointment_id, at(8, 55))
    assert (await row(desk, appointment_id)).state is AppointmentState.ARRIVED
    with as_of(at(8, 56)):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            await take_back_arrival(work, desk.operator, TakeBackArrival(appointment_id=appointment_id))
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            assert not (await waiting_room(work, desk.operator)).waiting
    assert (await row(desk, appointment_id)).state is AppointmentState.BOOKED
    assert await receive(desk, appointment_id, at(8, 58)) == 2, "they have come after all"


async def test_a_sheet_that_is_complete_ends_the_appointment_it_was_opened_from(
    desk: Desk, expecting: Expecting
) -> None:
    rosa = await desk.person()
    appointment_id = await expecting.book(person_id=rosa)
    with as_of(at(9)):
        async with unit_of_work(desk.operator, bind=desk.connection) as work:
            command = OpenForAppointment(appointment_id=appointment_id)
            sheet_id = await open_for_appointment(work, desk.operator, command)
            assert await open_for_appointment(work, desk.operator, command) == sheet_id
            typed = await sheet_as_typed(work, desk.operator, sheet_id)
        assert (typed["channel"], typed["person_id"]) == ("PERSONA", str(rosa))
        assert str(typed["reason_words"]).startswith("Motivo")
        await desk.complete(rosa, sheet_id=sheet_id)
    assert (await row(desk, appointment_id)).state is AppointmentState.DONE


async def test_another_office_neither_receives_nor_reads_an_appointment(desk: Desk, expecting: Expecting) -> None:
    appointment_id = await expecting.book(given_name="Chi")
    there = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    with as_of(at(9) + timedelta(minutes=1)):
        async with unit_of_work(there, bind=desk.connection) as work:
            with pytest.raises(NotFound):
                await receive_appointment(work, there, ReceiveAppointment(appointment_id=appointment_id))
            with pytest.raises(NotFound):
                await open_for_appointment(work, there, OpenForAppointment(appointment_id=appointment_id))
