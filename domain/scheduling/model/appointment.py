"""Appointments: who is seen by whom, when and how, or is offered to be."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ExcludeConstraint, Range
from sqlmodel import Field

import domain.scheduling.model.agenda  # noqa: F401 - keys point at its tables
from domain.platform.database import means
from domain.platform.tables import Table, instant, word
from domain.scheduling.model.columns import during, fact
from domain.scheduling.refusals import AlreadyBusy, AppointmentSettled
from domain.scheduling.terms import AppointmentState, Manner, Way

_AHEAD = sa.text("state IN ('offered', 'booked', 'arrived')")


class Appointment(Table, table=True):
    """Somebody is seen by an office, or offered to be. Who: a person of the registry, or names as they gave them.

    ``booked_by_id`` is the citizen who booked, when not for themselves. ``code`` is what is shown on arrival.
    ``answer_by`` is until when an offer holds; ``instead_of_id`` is the appointment that this one takes the place of:
    one at a time. An offer that was not answered is cancelled, by the office.
    ``is_hidden``: nothing is sent about it and it appears in no area, feed or board (protected people).
    ``moves`` is how often it was moved; ``late_at`` when the person said that they are late.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        ExcludeConstraint(
            (sa.column("person_id"), "="),
            (sa.column("taken_during"), "&&"),
            using="gist",
            where=sa.text("state IN ('booked', 'arrived')"),
            name="ex_appointment_person",
        ),
        sa.UniqueConstraint("ente_id", "code"),
        sa.CheckConstraint("ends_at > starts_at", name="order"),
        sa.CheckConstraint("(state = 'offered') = (answer_until_at IS NOT NULL)", name="offer"),
        sa.Index("ix_appointment_office_id_starts_at", "office_id", "starts_at"),
        sa.Index("ix_appointment_agenda_id_starts_at", "agenda_id", "starts_at"),
        sa.Index("ix_appointment_email", "email", postgresql_where=_AHEAD),
        sa.Index("ix_appointment_phone", "phone", postgresql_where=_AHEAD),
        sa.Index("uq_appointment_instead", "instead_of_id", unique=True, postgresql_where=_AHEAD),
        sa.Index("ix_appointment_to_remind", "starts_at", postgresql_where=sa.text("state = 'booked'")),
        sa.Index("ix_appointment_answer_by", "answer_until_at", postgresql_where=sa.text("state = 'offered'")),
        sa.Index(
            "ix_appointment_waiting",
            "office_id",
            "created_at",
            postgresql_where=sa.text("state = 'booked' AND is_earlier_wanted"),
        ),
        {"schema": "scheduling"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    office_id: UUID = Field(foreign_key="organization.office.id")
    agenda_id: UUID = Field(foreign_key="scheduling.agenda.id")
    need_id: UUID | None = Field(default=None, foreign_key="scheduling.need.id", index=True)
    starts_at: datetime = instant(nullable=False)
    ends_at: datetime = instant(nullable=False)
    during: "Range[datetime] | None" = during()
    state: AppointmentState = word(AppointmentState, default=AppointmentState.BOOKED)
    manner: Manner = word(Manner, default=Manner.IN_PERSON)
    way: Way = word(Way)
    code: str
    person_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    booked_by_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    language: str = "it"
    note: str = ""
    is_hidden: bool = False
    wants_earlier: bool = fact("is_earlier_wanted")
    wants_reminders: bool = fact("is_reminded", is_true=True)
    instead_of_id: UUID | None = Field(default=None, foreign_key="scheduling.appointment.id", index=True)
    answer_by: datetime | None = instant(sa_column_kwargs={"name": "answer_until_at"})
    arrived_at: datetime | None = instant()
    ended_at: datetime | None = instant()
    cancelled_at: datetime | None = instant()
    cancelled_by_office: bool = fact("is_cancelled_by_office")
    settled_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    moves: int = 0
    late_at: datetime | None = instant()

    @property
    def may_be_changed(self) -> bool:
        """Whether it can still be moved or cancelled: nobody has come, and nothing was decided about it."""
        return self.state is AppointmentState.BOOKED

    def stand(self, *, agenda_id: UUID, office_id: UUID, starts_at: datetime, ends_at: datetime) -> None:
        """From now on it is then, and there."""
        self.agenda_id, self.office_id, self.starts_at, self.ends_at = agenda_id, office_id, starts_at, ends_at

    def cancel(self, at: datetime, *, by_office: bool) -> None:
        """It will not be held. Refuses AppointmentSettled when it was held, missed or cancelled already."""
        if not self.state.is_standing:
            raise AppointmentSettled
        self.state, self.cancelled_at, self.cancelled_by_office = AppointmentState.CANCELLED, at, by_office
        self.answer_by = None

    def is_open_offer(self, now: datetime) -> bool:
        """Whether it is an offer that can still be answered."""
        return self.state is AppointmentState.OFFERED and self.answer_by is not None and self.answer_by > now

    def accept(self, *, by_id: UUID | None) -> None:
        """The offer is taken; ``by_id`` is the operator who wrote it down for the person."""
        self.state, self.answer_by, self.settled_by_id = AppointmentState.BOOKED, None, by_id

    def be_late(self, at: datetime) -> None:
        """The person has said that they come late. Refuses AppointmentSettled."""
        if not self.may_be_changed:
            raise AppointmentSettled
        self.late_at = at


means("ex_appointment_person", AlreadyBusy())
means("uq_appointment_instead", AppointmentSettled())
