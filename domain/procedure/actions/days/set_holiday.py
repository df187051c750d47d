"""An ente says on which other days its offices do not work."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from domain.kernel.actor import Actor
from domain.platform.localised import Localised
from domain.platform.tables import days, since
from domain.platform.work import UnitOfWork
from domain.procedure.model.legal_calendar import LocalHoliday
from domain.procedure.permissions import may_design
from domain.procedure.refusals import NotYoursToDesign
from domain.procedure.terms import HolidayKind


class SetHoliday(BaseModel):
    """A day each year, a day of each week (0 is Monday, 5 Saturday), days after Easter, or one single day.

    ``is_for_office``: it moves the office's own term too; only with ``source``, the law that makes it a holiday.
    """

    ente_id: UUID
    kind: HolidayKind
    name: Localised
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    weekday: int | None = Field(default=None, ge=0, le=6)
    month: int | None = Field(default=None, ge=1, le=12)
    month_day: int | None = Field(default=None, ge=1, le=31)
    easter_offset: int | None = Field(default=None, ge=-60, le=100)
    single_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_for_office: bool = False

    @model_validator(mode="after")
    def _is_one_day(self) -> "SetHoliday":
        forms = (self.weekday, self.month, self.easter_offset, self.single_on)
        if sum(form is not None for form in forms) != 1 or (self.month is None) != (self.month_day is None):
            raise ValueError("form")
        if self.month is not None and self.month_day is not None:
            date(2000, self.month, self.month_day)  # a leap year: 29 February may be a holiday
        if self.is_for_office and not self.source:
            raise ValueError("source")
        if self.is_for_office and self.kind is HolidayKind.CLOSURE:
            raise ValueError("closure")
        if self.ends_on and self.ends_on < (self.starts_on or self.ends_on):
            raise ValueError("period")
        return self


async def set_holiday(work: UnitOfWork, actor: Actor, command: SetHoliday) -> UUID:
    """The day counts from now on, also for what runs: deadlines are reckoned anew by a job. Refuses NotYoursToDesign.

    A closure gives citizens more time, never the offices.
    """
    if not may_design(actor, command.ente_id):
        raise NotYoursToDesign
    kept: dict[str, Any] = command.model_dump(exclude={"name", "starts_on", "ends_on"})
    starts_on = command.starts_on or work.today
    row = LocalHoliday(
        **kept,
        name=command.name.root,
        valid_during=days(min(starts_on, command.single_on or starts_on), command.ends_on)
        if command.ends_on
        else since(min(starts_on, command.single_on or starts_on)),
    )
    work.session.add(row)
    await work.defer("settle_deadlines", str(command.ente_id))
    return row.id
