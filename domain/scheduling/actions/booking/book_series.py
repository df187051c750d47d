"""Somebody is seen several times at the same hour: all of them are booked, or none."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field, field_validator

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.booking.book_appointment import BookAppointment, book_appointment
from domain.scheduling.permissions import may_receive


class BookSeries(BaseModel):
    """The first appointment, and when the series is: the times that were seen and confirmed, at most twelve."""

    first: BookAppointment
    starts: tuple[datetime, ...] = Field(min_length=1, max_length=12)

    @field_validator("starts")
    @classmethod
    def _each_once(cls, starts: tuple[datetime, ...]) -> tuple[datetime, ...]:
        return tuple(sorted(set(starts)))


async def book_series(work: UnitOfWork, operator: Operator, command: BookSeries) -> tuple[UUID, ...]:
    """Book them and give back their ids, the earliest first.

    Refuses NotAllowed to who does not receive people, and what ``book_appointment`` refuses of any of them; after a
    refusal everything is to be undone.
    """
    if not may_receive(operator):
        raise NotAllowed
    booked = []
    for starts_at in command.starts:
        one = command.first.model_copy(update={"starts_at": starts_at})
        booked.append(await book_appointment(work, operator, one))
    return tuple(booked)
