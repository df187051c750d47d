"""Who books has the place, and nobody else has it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest

from domain.kernel.clock import as_of
from domain.kernel.refusals import NotFound, Refused
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.actions.booking.move_appointment import MoveAppointment, move_appointment
from domain.scheduling.actions.booking.set_booking_rules import SetBookingRules, set_booking_rules
from domain.scheduling.queries.booking.interpreter_of import interpreter_of
from domain.scheduling.refusals import (
    AlreadyBusy,
    AppointmentSettled,
    NotBookable,
    PlaceTaken,
    TooLateToChange,
    TooManyAppointments,
)
from tests.domain.scheduling.booking.conftest import NOW, Desk, at
from tests.support.given import SYSTEM, a_citizen, a_person
from tests.support.personas import ROSA
from tests.support.scheduling.agendas import a_need, a_week, an_agenda, an_interpreter


async def somebody(desk: Desk) -> UUID:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        return await a_person(work, desk.territory, ROSA, codice_fiscale=None, family_name=f"Numero {uuid4().hex[:6]}")


async def test_a_citizen_books_for_herself_and_holds_place_and_room(desk: Desk) -> None:
    booked = await desk.row(await desk.book(at(9)))
    assert (booked.state, booked.way, booked.person_id, booked.booked_by_id) == ("booked", "online", desk.rosa_id, None)
    assert booked.ends_at == at(9, 30)
    assert len(booked.code) == 7
    assert await desk.held() == [at(9)]
    assert [row.resource_id for row in await desk.rows("SELECT resource_id FROM scheduling.resource_hold")] == [
        desk.room_id
    ]


async def test_a_place_and_a_room_are_had_once(desk: Desk) -> None:
    await desk.book(at(9))
    other = await somebody(desk)
    with pytest.raises(PlaceTaken):
        await desk.book(at(9), a_citizen(desk.territory, other), person_id=other)
    with pytest.raises(PlaceTaken):  # the room is the same
        await desk.book(at(9), a_citizen(desk.territory, other), person_id=other, agenda_id=desk.neighbour_agenda_id)
    assert await desk.held() == [at(9)]


async def test_nobody_is_in_two_places_at_once(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id = await a_need(work, desk.territory.comune_id)
        elsewhere = await an_agenda(work, desk.territory.office_id, [need_id])
    await desk.book(at(9))
    with pytest.raises(AlreadyBusy):
        await desk.book(at(9), need_id=need_id, agenda_id=elsewhere)


async def test_people_received_together_get_each_a_place_of_their_own(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id = await a_need(work, desk.territory.comune_id)
        group = await an_agenda(work, desk.territory.office_id, [need_id], openings=a_week(seats=2))
    people = [await somebody(desk) for _number in range(3)]
    for one in people[:2]:
        await desk.book(at(9), a_citizen(desk.territory, one), person_id=one, need_id=need_id, agenda_id=group)
    with pytest.raises(PlaceTaken):
        last = people[2]
        await desk.book(at(9), a_citizen(desk.territory, last), person_id=last, need_id=need_id, agenda_id=group)
    assert [row.seat for row in await desk.rows("SELECT seat FROM scheduling.seat_hold ORDER BY 1")] == [1, 2]


@pytest.mark.parametrize("starts_at", [at(8), at(9, 10), at(9, days=5), NOW + timedelta(minutes=30), at(9, days=100)])
async def test_only_what_is_offered_can_be_booked(desk: Desk, starts_at: datetime) -> None:
    with pytest.raises(NotBookable):
        await desk.book(starts_at)


async def test_a_citizen_books_for_a_child_and_not_for_a_stranger(desk: Desk) -> None:
    child = await somebody(desk)
    with pytest.raises(NotFound):
        await desk.book(at(9), person_id=child)
    booked = await desk.row(
        await desk.book(at(9), a_citizen(desk.territory, desk.rosa_id, acts_for=(child,)), person_id=child)
    )
    assert (booked.person_id, booked.booked_by_id) == (child, desk.rosa_id)


async def test_nobody_books_more_than_the_ente_allows(desk: Desk) -> None:
    await desk.book(at(9))
    with pytest.raises(TooManyAppointments):
        await desk.book(at(10))
    fatima = {"person_id": None, "given_name": "Fatima", "family_name": "El Amrani", "email": "f@posta.example"}
    await desk.book(at(10), desk.visitor, **fatima)
    with pytest.raises(TooManyAppointments):
        await desk.book(at(11), desk.visitor, **fatima | {"email": "F@posta.example", "family_name": "Altra"})
    operator = await desk.operator()
    await desk.book(at(11), operator, way="desk")  # the desk has no limit


async def test_an_ente_may_allow_more(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        rules = SetBookingRules(ente_id=desk.territory.comune_id, most_per_need=2, most_in_all=2)
        await set_booking_rules(work, SYSTEM, rules)
    await desk.book(at(9))
    await desk.book(at(10))
    with pytest.raises(TooManyAppointments):
        await desk.book(at(11))


async def test_an_operator_hides_an_appointment_and_a_citizen_cannot(desk: Desk) -> None:
    assert not (await desk.row(await desk.book(at(9), is_hidden=True))).is_hidden
    assert (await desk.row(await desk.book(at(10), await desk.operator(), way="desk", is_hidden=True))).is_hidden


async def test_an_interpreter_comes_with_the_place_and_is_not_elsewhere(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        interpreter = await an_interpreter(work, desk.territory.comune_id, "ar", gender="female")
        need_id = await a_need(work, desk.territory.comune_id)
        elsewhere = await an_agenda(work, desk.territory.office_id, [need_id])
    await desk.book(at(9), interpreter_language="ar", interpreter_gender="female")
    held = await desk.rows("SELECT resource_id FROM scheduling.resource_hold")
    assert {row.resource_id for row in held} == {desk.room_id, interpreter}
    other = await somebody(desk)
    asked = {"person_id": other, "need_id": need_id, "agenda_id": elsewhere, "interpreter_language": "ar"}
    with pytest.raises(Refused):
        await desk.book(at(9), a_citizen(desk.territory, other), **asked)
    with pytest.raises(NotBookable):
        await desk.book(at(10), a_citizen(desk.territory, other), **asked | {"interpreter_gender": "male"})


async def move(desk: Desk, appointment_id: UUID, starts_at: datetime) -> None:
    async with unit_of_work(desk.rosa, bind=desk.connection) as work:
        command = MoveAppointment(appointment_id=appointment_id, agenda_id=desk.agenda_id, starts_at=starts_at)
        await move_appointment(work, desk.rosa, command)


async def cancel(desk: Desk, appointment_id: UUID) -> None:
    async with unit_of_work(desk.rosa, bind=desk.connection) as work:
        await cancel_appointment(work, desk.rosa, CancelAppointment(appointment_id=appointment_id))


async def test_a_moved_appointment_frees_its_place_and_a_refused_move_keeps_it(desk: Desk) -> None:
    mine = await desk.book(at(9))
    await move(desk, mine, at(10))
    assert await desk.held() == [at(10)]
    other = await somebody(desk)
    await desk.book(at(9), a_citizen(desk.territory, other), person_id=other)
    with pytest.raises(PlaceTaken):
        await move(desk, mine, at(9))
    row = await desk.row(mine)
    assert (row.starts_at, row.moves) == (at(10), 1)
    assert await desk.held() == [at(9), at(10)]


async def test_a_cancelled_appointment_frees_everything_and_stays_cancelled(desk: Desk) -> None:
    mine = await desk.book(at(9))
    await cancel(desk, mine)
    row = await desk.row(mine)
    assert (row.state, row.is_cancelled_by_office) == ("cancelled", False)
    assert await desk.held() == []
    assert await desk.rows("SELECT 1 FROM scheduling.resource_hold") == []
    for act in (cancel(desk, mine), move(desk, mine, at(10))):
        with pytest.raises(AppointmentSettled):
            await act
    await desk.book(at(9))


async def test_too_near_only_the_office_changes_it(desk: Desk) -> None:
    mine = await desk.book(at(9))
    with as_of(at(8)):
        with pytest.raises(TooLateToChange):
            await cancel(desk, mine)
        with pytest.raises(TooLateToChange):
            await move(desk, mine, at(11))
        operator = await desk.operator()
        async with unit_of_work(operator, bind=desk.connection) as work:
            await cancel_appointment(work, operator, CancelAppointment(appointment_id=mine))
    assert (await desk.row(mine)).is_cancelled_by_office


async def test_another_citizen_does_not_find_it(desk: Desk) -> None:
    mine = await desk.book(at(9))
    other = a_citizen(desk.territory, await somebody(desk))
    with pytest.raises(NotFound):
        async with unit_of_work(other, bind=desk.connection) as work:
            await cancel_appointment(work, other, CancelAppointment(appointment_id=mine))
    with pytest.raises(NotFound):
        async with unit_of_work(desk.visitor, bind=desk.connection) as work:
            await cancel_appointment(work, desk.visitor, CancelAppointment(appointment_id=mine, proof="0" * 64))


async def test_who_moves_is_asked_for_the_interpreter_they_were_promised(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        for gender in ("female", "male"):
            await an_interpreter(work, desk.territory.comune_id, "ar", gender=gender)
    promised = await desk.book(at(9), interpreter_language="ar", interpreter_gender="female", language="it")
    alone = await desk.book(at(11), (operator := await desk.operator()), way="desk", person_id=None, given_name="Sola")
    async with unit_of_work(operator, read_only=True, bind=desk.connection) as work:
        assert await interpreter_of(work, promised, desk.agenda_id, "it") == ("ar", "female")
        assert await interpreter_of(work, alone, desk.agenda_id, "it") == ("", "")
