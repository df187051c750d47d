"""A comune whose office receives for one need that is booked online, and Rosa who lives there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

import domain.scheduling.reactions  # noqa: F401 - they register themselves
from domain import worker
from domain.correspondence import jobs as correspondence_jobs
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of, day_of
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.scheduling import jobs
from domain.scheduling.actions.inviting.invite_to_book import InviteToBook, invite_to_book
from tests.support.given import SYSTEM, a_person, an_operator
from tests.support.scheduling.appointments import BOOKED_AT, Receiving, an_office_that_receives

TODAY = day_of(BOOKED_AT)


@dataclass(frozen=True)
class Inviting:
    """The office, somebody who works there, and Rosa."""

    office: Receiving
    operator: Operator
    rosa_id: UUID

    async def invite(self, *, days: int = 14, **facts: Any) -> UUID:
        """The operator invites Rosa, for the office's need and two weeks unless told otherwise."""
        usual: dict[str, Any] = {"person_id": self.rosa_id, "need_id": self.office.need_id}
        usual |= {"office_id": self.office.territory.office_id, "book_by_on": TODAY + timedelta(days=days)}
        return await self.office.do(invite_to_book, InviteToBook(**usual | facts), self.operator)

    async def row(self, invitation_id: UUID) -> Any:
        """The invitation as the database has it."""
        return (
            await self.office.asked("SELECT * FROM scheduling.booking_invitation WHERE id = :id", id=invitation_id)
        )[0]

    async def letters(self) -> list[str]:
        """On which occasions Rosa was written to."""
        found = await self.office.asked("SELECT occasion FROM correspondence.letter ORDER BY created_at")
        return [one.occasion for one in found]

    async def swept(self, day: date) -> int:
        """The clock rings on a day, at eight."""
        with as_of(BOOKED_AT + (day - TODAY)):
            return await jobs.tend_invitations(bind=self.office.bind)


@pytest.fixture(autouse=True)
def february(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is Monday the first of February; the worker knows the jobs."""
    for known in (correspondence_jobs.JOBS, jobs.JOBS):
        for name, job in known.items():
            monkeypatch.setitem(worker.JOBS, name, job)
    with as_of(BOOKED_AT):
        yield


@pytest.fixture
async def inviting(connection: AsyncConnection) -> Inviting:
    """The office."""
    office = await an_office_that_receives(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        operator = await an_operator(work, office.territory.office_id, (Role.DESK_OPERATOR,))
        return Inviting(office, operator, await a_person(work, office.territory))
