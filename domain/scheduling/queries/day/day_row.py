"""An appointment as the sheet of a day shows it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.scheduling.rules.day_marks import FROM, MARKED, Mark
from domain.scheduling.terms import AppointmentState, Manner, Way


@dataclass(frozen=True)
class DayRow:
    """An appointment of the day. ``full_name`` is empty where the operator may not know who it is.

    ``is_overdue``: the hour has come and nobody has.
    """

    id: UUID
    office_id: UUID
    agenda_id: UUID
    need_id: UUID | None
    starts_at: datetime
    ends_at: datetime
    agenda: str
    place: str
    need: dict[str, str]
    state: AppointmentState
    manner: Manner
    way: Way
    language: str
    interpreters: tuple[str, ...]
    person_id: UUID | None
    full_name: str
    given_name: str
    family_name: str
    phone: str
    note: str
    code: str
    is_hidden: bool
    late_at: datetime | None
    arrived_at: datetime | None
    is_overdue: bool

    @property
    def may_arrive(self) -> bool:
        """Whether somebody is still awaited, at the office."""
        return self.manner is Manner.IN_PERSON and self.state in FROM[Mark.ARRIVED]

    @property
    def may_end(self) -> bool:
        """Whether it may be noted as held."""
        return self.state in FROM[Mark.DONE]

    @property
    def may_fail(self) -> bool:
        """Whether it may be noted that nobody came: the hour is over."""
        return self.is_overdue and self.state in FROM[Mark.ABSENT]

    @property
    def may_change(self) -> bool:
        """Whether it may still be moved or cancelled."""
        return self.state is AppointmentState.BOOKED

    @property
    def is_marked(self) -> bool:
        """Whether something was noted that may be taken back on the same day."""
        return self.state in MARKED
