"""A proceeding: one request on its way through a version of a procedure, and what happened to it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.database import means
from domain.platform.tables import Json, Table, column, instant, word
from domain.procedure.refusals import AlreadyStarted, MovedMeanwhile
from domain.procedure.terms import Clock, Days, Effect, MoverKind, PauseKind, Trigger


class Proceeding(Table, table=True):
    """Where something stands: ``subject_id`` is what it is about (an application), ``person_id`` whose it is.

    ``language`` is the one in which it was asked: lists of the office are filtered by it.
    ``due_on`` is the office's last day as last reckoned, None while an endless pause stops the term; ``acts_on`` the
    first day on which the program has something to do here. ``visa_id`` is the visa that is waited for.
    """

    __tablename__ = "proceeding"
    __table_args__ = (
        sa.UniqueConstraint("subject_id", name="uq_proceeding_subject_id"),
        sa.Index("ix_proceeding_due", "ente_id", "due_on", postgresql_where=sa.text("stopped_on IS NULL")),
        sa.Index("ix_proceeding_acts", "acts_on", postgresql_where=sa.text("acts_on IS NOT NULL")),
        sa.CheckConstraint("term_days > 0", name="term_days"),
        {"schema": "procedure"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    subject_id: UUID
    service_id: UUID | None = None
    language: str | None = None
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    procedure_version_id: UUID = Field(foreign_key="procedure.procedure_version.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id", index=True)
    responsible_id: UUID | None = Field(default=None, foreign_key="organization.operator.id", index=True)
    state: str
    clock: Clock = word(Clock, default=Clock.RUNNING)
    entered_at: datetime = instant(nullable=False)
    entered_on: date
    started_on: date
    term_days: int
    term_ground: str = ""
    counting: Days = word(Days, default=Days.CALENDAR)
    due_on: date | None = None
    stopped_on: date | None = None
    acts_on: date | None = None
    visa_id: UUID | None = None
    version: int = 1

    def must_be_seen(self, seen_version: int | None) -> None:
        """Refuses MovedMeanwhile when who asks has seen another state of things; None: whatever it is."""
        if seen_version is not None and seen_version != self.version:
            raise MovedMeanwhile

    def enter(self, state: str, clock: Clock, at: datetime, today: date) -> None:
        """Be in ``state`` from now on. The first day on which the term stops for good is kept."""
        self.state, self.clock, self.entered_at, self.entered_on = state, clock, at, today
        self.visa_id = None
        if clock is not Clock.STOPPED:
            self.stopped_on = None
        elif self.stopped_on is None:
            self.stopped_on = today
        self.version += 1


class Passage(Table, table=True):
    """A step that was made. Never changed. ``fields`` are the answers that the citizen may read too."""

    __tablename__ = "passage"
    __table_args__ = (sa.Index("ix_passage_proceeding", "proceeding_id", "number"), {"schema": "procedure"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    proceeding_id: UUID = Field(foreign_key="procedure.proceeding.id")
    number: int
    transition: str | None = None
    source: str | None = None
    target: str
    effect: Effect = word(Effect, default=Effect.NONE)
    trigger: Trigger | None = word(Trigger, default=None, nullable=True)
    mover: MoverKind = word(MoverKind)
    mover_id: UUID | None = None
    moved_at: datetime = instant(nullable=False)
    moved_on: date
    fields: dict[str, Any] = column(Json, default_factory=dict)
    document_ids: list[str] = column(Json, default_factory=list)


class PassageNote(Table, table=True):
    """What only the offices read of a step: the note, and the answers marked as internal. Never changed."""

    __tablename__ = "passage_note"
    __table_args__ = ({"schema": "procedure"},)

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    proceeding_id: UUID = Field(foreign_key="procedure.proceeding.id", index=True)
    passage_id: UUID = Field(foreign_key="procedure.passage.id", index=True)
    note: str = ""
    fields: dict[str, Any] = column(Json, default_factory=dict)


class TermSuspension(Table, table=True):
    """A reason why the term stops. ``served_on`` is the day on which a notice was received, None until it is known.

    ``answered_on`` is the day of the answer, or of the end. The last day for it is reckoned when it is asked.
    """

    __tablename__ = "term_suspension"
    __table_args__ = (
        sa.CheckConstraint("answered_on IS NULL OR answered_on >= starts_on", name="order"),
        {"schema": "procedure"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    proceeding_id: UUID = Field(foreign_key="procedure.proceeding.id", index=True)
    kind: PauseKind = word(PauseKind)
    starts_on: date
    served_on: date | None = None
    answered_on: date | None = None
    is_open: bool = True
    ground: str = ""


class TermExtension(Table, table=True):
    """More days for one proceeding, with the ground. Never changed."""

    __tablename__ = "term_extension"
    __table_args__ = (sa.CheckConstraint("days > 0", name="days"), {"schema": "procedure"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    proceeding_id: UUID = Field(foreign_key="procedure.proceeding.id", index=True)
    days: int
    decided_on: date
    ground: str
    operator_id: UUID = Field(foreign_key="organization.operator.id")


means("uq_proceeding_subject_id", AlreadyStarted())
