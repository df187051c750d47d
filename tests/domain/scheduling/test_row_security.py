"""PostgreSQL alone shows an appointment to its office, its person and who booked it; what is taken to everybody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Actor, Citizen, Operator, Visitor
from domain.kernel.refusals import Refused
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.scheduling.actions.booking.keep_booking_draft import KeepBookingDraft, keep_booking_draft
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.hold import SeatHold
from domain.scheduling.refusals import AlreadyBusy, PlaceTaken
from domain.scheduling.terms import Way
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE
from tests.support.scheduling.agendas import a_need_with_an_agenda

STARTS_AT = datetime(2027, 3, 1, 8, tzinfo=UTC)
DRAFT = "scheduling.booking_draft"
HALF_HOUR = timedelta(minutes=30)


class Story:
    """Rosa is expected at an office on a Monday at nine."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def begin(self) -> None:
        """The office, a colleague elsewhere, Rosa and somebody else."""
        async with unit_of_work(SYSTEM, bind=self.connection) as work:
            self.territory: Territory = await a_territory(work)
            self.need_id, self.agenda_id = await a_need_with_an_agenda(work, self.territory.office_id)
            self.worker: Operator = await an_operator(work, self.territory.office_id)
            self.neighbour: Operator = await an_operator(work, self.territory.neighbour_office_id)
            self.rosa: Citizen = a_citizen(self.territory, await a_person(work, self.territory))
            self.davide: Citizen = a_citizen(self.territory, await a_person(work, self.territory, DAVIDE))
        self.elsewhere = replace(self.worker, office_id=self.territory.ambito_office_id)

    async def expect(
        self, who: Actor, person_id: UUID | None, *, seat: int = 1, starts_at: datetime = STARTS_AT, **facts: Any
    ) -> UUID:
        """``who`` writes an appointment and the place it holds, straight into the tables."""
        usual: dict[str, Any] = {
            "office_id": self.territory.office_id,
            "agenda_id": self.agenda_id,
            "need_id": self.need_id,
        }
        usual |= {"need_id": self.need_id, "starts_at": starts_at, "ends_at": starts_at + HALF_HOUR, "way": Way.ONLINE}
        async with unit_of_work(who, bind=self.connection) as work:
            expected = Appointment(
                ente_id=self.territory.comune_id, person_id=person_id, code=uuid4().hex, **usual, **facts
            )
            work.session.add(expected)
            await work.session.flush()  # the place is the appointment's
            work.session.add(
                SeatHold(
                    ente_id=self.territory.comune_id,
                    appointment_id=expected.id,
                    agenda_id=self.agenda_id,
                    seat=seat,
                    starts_at=starts_at,
                    ends_at=starts_at + HALF_HOUR,
                )
            )
        return expected.id

    async def sees(self, who: Actor | None, table: str = "scheduling.appointment") -> int:
        """How many rows of ``table`` there are for ``who``."""
        if who is None:
            await self.connection.execute(sa.text("SELECT set_config('app.kind', '', true)"))
            await self.connection.execute(sa.text("SELECT set_config('app.enti', '', true)"))
        else:
            await self.connection.run_sync(tell, who)
        mine = "ente_id = ANY (:enti)"
        counted = sa.text(f"SELECT count(*) FROM {table} WHERE {mine}")
        return (await self.connection.execute(counted, {"enti": list(self.territory.family)})).scalar_one()


@pytest.fixture
async def story(connection: AsyncConnection) -> Story:
    """The story, before anybody is expected."""
    made = Story(connection)
    await made.begin()
    return made


async def test_an_appointment_is_of_its_ente_and_its_person(story: Story) -> None:
    await story.expect(story.rosa, story.rosa.person_id)
    for who in (SYSTEM, story.worker, story.elsewhere, story.rosa):
        assert await story.sees(who) == 1, who
    for who in (story.neighbour, story.davide, Visitor(story.territory.family), None):
        assert await story.sees(who) == 0, who
    assert await story.sees(Visitor(story.territory.family), "scheduling.seat_hold") == 1
    assert await story.sees(Visitor(()), "scheduling.seat_hold") == 0


async def test_a_hidden_one_is_there_for_its_office_alone(story: Story) -> None:
    await story.expect(story.worker, story.rosa.person_id, is_hidden=True)
    assert await story.sees(story.worker) == 1
    assert await story.sees(story.elsewhere) == 0
    assert await story.sees(story.rosa) == 0


async def test_who_books_for_somebody_without_a_record_sees_it_and_nobody_else_does(story: Story) -> None:
    await story.expect(story.davide, None, booked_by_id=story.davide.person_id, given_name="Nonna")
    assert await story.sees(story.davide) == 1
    assert await story.sees(story.rosa) == 0


async def test_what_is_typed_while_booking_is_seen_by_the_program_alone(story: Story) -> None:
    typed = KeepBookingDraft(
        token="a browser",
        need_id=story.need_id,
        agenda_id=story.agenda_id,
        starts_at=STARTS_AT,
        person_id=story.rosa.person_id,
        email="rosa@posta.example",
        note="Ho perso il lavoro",
    )
    async with unit_of_work(story.rosa, bind=story.connection) as work:
        await keep_booking_draft(work, story.rosa, typed)
    assert await story.sees(SYSTEM, DRAFT) == 1
    visitor = Visitor(story.territory.family)
    for who in (story.rosa, story.davide, story.worker, story.elsewhere, story.neighbour, visitor, None):
        assert await story.sees(who, DRAFT) == 0, who
    await story.connection.run_sync(tell, story.rosa)
    taken = sa.text(f"UPDATE {DRAFT} SET note = 'letto da altri'")
    assert (await story.connection.execute(taken)).rowcount == 0, "not even of her own: the program writes for her"
    assert (await story.connection.execute(sa.text(f"DELETE FROM {DRAFT}"))).rowcount == 0


async def test_nobody_books_in_the_name_of_a_stranger_or_gives_up_their_place(story: Story) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with story.connection.begin_nested():
            await story.expect(story.davide, story.rosa.person_id)
    held = await story.expect(story.rosa, story.rosa.person_id)
    for who in (story.davide, Visitor(story.territory.family), story.neighbour):
        await story.connection.run_sync(tell, who)
        given_up = sa.text("DELETE FROM scheduling.seat_hold WHERE appointment_id = :held")
        assert (await story.connection.execute(given_up, {"held": held})).rowcount == 0
    await story.connection.run_sync(tell, story.rosa)
    assert (await story.connection.execute(given_up, {"held": held})).rowcount == 1


@pytest.mark.parametrize(
    ("minutes", "refusal"), [(0, PlaceTaken), (15, PlaceTaken), (-15, PlaceTaken)], ids=["same", "later", "earlier"]
)
async def test_without_the_application_the_database_gives_a_place_once(
    story: Story, minutes: int, refusal: type[Refused]
) -> None:
    await story.expect(story.rosa, story.rosa.person_id)
    with pytest.raises(refusal):
        await story.expect(story.davide, story.davide.person_id, starts_at=STARTS_AT + timedelta(minutes=minutes))
    await story.expect(story.davide, story.davide.person_id, starts_at=STARTS_AT + HALF_HOUR)


async def test_without_the_application_nobody_is_in_two_places(story: Story) -> None:
    await story.expect(story.rosa, story.rosa.person_id)
    with pytest.raises(AlreadyBusy):
        await story.expect(story.rosa, story.rosa.person_id, starts_at=STARTS_AT + timedelta(minutes=10))
