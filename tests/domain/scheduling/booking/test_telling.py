"""What is written to people about their appointments, and what is not."""

import pytest

import domain.scheduling.reactions  # noqa: F401 - they register themselves
from domain import worker
from domain.correspondence import jobs as correspondence_jobs
from domain.correspondence.terms.occasions import Occasion
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from domain.scheduling import jobs
from domain.scheduling.actions.booking.cancel_appointment import CancelAppointment, cancel_appointment
from domain.scheduling.queries.booking.appointment_message import message_about
from domain.scheduling.queries.booking.door import appointment
from domain.scheduling.rules.links import proof_of
from tests.domain.scheduling.booking.conftest import Desk, at
from tests.portal.conftest import Follow
from tests.support.desk import messages_caught
from tests.support.given import SYSTEM
from tests.support.scheduling.agendas import a_need, an_agenda

FATIMA = {"person_id": None, "given_name": "Fatima", "family_name": "El Amrani", "language": "it"}


@pytest.fixture(autouse=True)
def jobs_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker knows the jobs."""
    for known in (correspondence_jobs.JOBS, jobs.JOBS):
        for name, job in known.items():
            monkeypatch.setitem(worker.JOBS, name, job)


async def letters(desk: Desk) -> list[str]:
    return [row.occasion for row in await desk.rows("SELECT occasion FROM correspondence.letter ORDER BY created_at")]


async def test_the_person_is_told_of_booking_and_cancelling(desk: Desk, everything_that_follows: Follow) -> None:
    mine = await desk.book(at(9))
    await everything_that_follows()
    assert await letters(desk) == ["appointment_booked"]
    row = (await desk.rows("SELECT paragraphs, calendar FROM correspondence.letter"))[0]
    assert "2 marzo 2027, 09:00" in " ".join(row.paragraphs)
    assert "DTSTART:20270302T080000Z" in row.calendar
    async with unit_of_work(desk.rosa, bind=desk.connection) as work:
        await cancel_appointment(work, desk.rosa, CancelAppointment(appointment_id=mine))
    await everything_that_follows()
    assert "appointment_cancelled" in await letters(desk)


async def test_of_a_hidden_appointment_nothing_leaves_and_no_link_opens(
    desk: Desk, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught = messages_caught(monkeypatch)
    hidden = await desk.book(at(9), await desk.operator(), way="desk", is_hidden=True)
    await desk.book(at(10), await desk.operator(), way="desk", is_hidden=True, **FATIMA | {"email": "f@posta.example"})
    await everything_that_follows()
    assert (await letters(desk), caught.mails) == ([], [])
    proof = proof_of(settings().secret, hidden, "Bellandi")
    for who in (desk.rosa, desk.visitor):
        with pytest.raises(Exception, match="non esiste"):
            async with unit_of_work(who, bind=desk.connection) as work:
                await appointment(work, who, hidden, proof=proof)


async def test_a_visitor_is_written_to_at_the_contact_they_gave(
    desk: Desk, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught = messages_caught(monkeypatch, is_sms=True)
    await desk.book(at(9), desk.visitor, **FATIMA | {"email": "f@posta.example"})
    await desk.book(at(10), desk.visitor, **FATIMA | {"email": "", "phone": "333 1234567"})
    await everything_that_follows()
    assert [one.recipient for one in caught.mails] == ["f@posta.example"]
    assert "/appuntamenti/" in caught.texts[0].text
    assert await letters(desk) == []


async def test_a_discreet_need_is_told_without_a_place(desk: Desk) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        need_id = await a_need(work, desk.territory.comune_id, is_discreet=True)
        agenda_id = await an_agenda(work, desk.territory.office_id, [need_id], place="Stanza del centro antiviolenza")
    mine = await desk.book(at(9), need_id=need_id, agenda_id=agenda_id)
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        told = await message_about(work, await appointment(work, SYSTEM, mine), Occasion.APPOINTMENT_BOOKED)
    assert "antiviolenza" not in str(told.tags) + told.calendar
    assert "LOCATION" not in told.calendar
