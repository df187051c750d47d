"""An application: what somebody asks for, for oneself or for somebody else."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.access.queries.delegations  # noqa: F401 - keys point at its tables
from domain.intake.refusals import AlreadySubmitted, DraftChanged, NotUnderWay
from domain.intake.rules.deadlines import days_left
from domain.intake.terms import ApplicationStatus, Channel, Outcome
from domain.kernel.titles import Title
from domain.platform.tables import Json, Table, column, instant, word


class Application(Table, table=True):
    """From the first draft to the decision. ``answers`` maps a field of the form to what was answered.

    ``title`` is by which title the applicant acts for the beneficiary, ``delegation_id`` by which delegation and
    ``acting_name`` the applicant's name on the day of sending: the office reads it wherever the applicant lives.
    ``due_on`` is the last day for the answer (L. 241/1990 art. 2), as the proceeding reckons it; ``version`` counts the
    savings; ``bando_id`` is the call to which it answers, ``late_reason`` why the desk enters it after its end.
    ``entered_by_id`` is the operator who types it in with the person, or copies the paper of ``paper_on``: a draft like
    this is the office's, all others are seen by nobody but the citizen. From ``shared_at`` on a draft is of both.
    ``warned_on`` is the day on which the applicant was first told that the draft will be deleted. ``known_from`` says,
    by question, from where an answer was taken that nobody has looked at yet.
    """

    __tablename__ = "application"
    __table_args__ = (
        sa.Index(
            "uq_application_one_draft",
            "applicant_id",
            "beneficiary_id",
            "service_id",
            unique=True,
            postgresql_where=sa.text("status = 'draft' AND entered_by_id IS NULL AND bando_id IS NULL"),
        ),
        sa.Index(
            "uq_application_one_desk_draft",
            "applicant_id",
            "beneficiary_id",
            "service_id",
            unique=True,
            postgresql_where=sa.text("status = 'draft' AND entered_by_id IS NOT NULL AND bando_id IS NULL"),
        ),
        sa.Index(
            "uq_application_one_bando_draft",
            "applicant_id",
            "beneficiary_id",
            "bando_id",
            sa.text("(entered_by_id IS NULL)"),
            unique=True,
            postgresql_where=sa.text("status = 'draft' AND bando_id IS NOT NULL"),
        ),
        sa.Index("ix_application_due", "ente_id", "status", "due_on"),
        sa.Index("ix_application_drafts", "saved_at", postgresql_where=sa.text("status = 'draft'")),
        sa.CheckConstraint("status = 'draft' OR submitted_at IS NOT NULL", name="submitted"),
        sa.CheckConstraint("(status = 'decided') = (outcome IS NOT NULL)", name="decided"),
        sa.CheckConstraint("(channel = 'online') = (entered_by_id IS NULL)", name="entered"),
        sa.CheckConstraint("(channel = 'paper') = (paper_on IS NOT NULL)", name="paper"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    service_id: UUID = Field(foreign_key="catalogue.service.id", index=True)
    service_version_id: UUID = Field(foreign_key="catalogue.service_version.id")
    bando_id: UUID | None = Field(default=None, foreign_key="catalogue.bando.id", index=True)
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id", index=True)
    applicant_id: UUID = Field(foreign_key="registry.person.id", index=True)
    beneficiary_id: UUID = Field(foreign_key="registry.person.id", index=True)
    title: Title | None = word(Title, default=None)
    delegation_id: UUID | None = Field(default=None, foreign_key="access.delegation.id")
    acting_name: str | None = None
    answers: dict[str, Any] = column(Json, default_factory=dict)
    status: ApplicationStatus = word(ApplicationStatus, default=ApplicationStatus.DRAFT)
    language: str = "it"
    version: int = 1
    saved_at: datetime | None = instant()
    submitted_at: datetime | None = instant()
    taken_at: datetime | None = instant()
    withdrawn_at: datetime | None = instant()
    decided_at: datetime | None = instant()
    outcome: Outcome | None = word(Outcome, default=None, nullable=True)
    due_on: date | None = None
    responsible_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    receipt_id: UUID | None = Field(default=None, foreign_key="documents.document.id")
    channel: Channel = word(Channel, default=Channel.ONLINE)
    entered_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id", index=True)
    paper_on: date | None = None
    late_reason: str = Field(default="", sa_column_kwargs={"server_default": ""})
    shared_at: datetime | None = instant()
    warned_on: date | None = None
    known_from: dict[str, Any] = column(Json, default_factory=dict, sa_column_kwargs={"server_default": "{}"})

    @property
    def is_draft(self) -> bool:
        """Whether it can still be filled in."""
        return self.status is ApplicationStatus.DRAFT

    def days_left(self, today: date) -> int | None:
        """Days until the last one for the answer, negative after it; None while nobody waits for an answer."""
        if self.due_on is None or self.status not in (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE):
            return None
        return days_left(self.due_on, today)

    def act_as(self, title: Title, delegation_id: UUID | None) -> None:
        """Keep by which title, and which delegation, the applicant acts."""
        self.title, self.delegation_id = title, delegation_id

    def answer(self, answers: dict[str, Any], *, seen_version: int | None, at: datetime) -> None:
        """Keep some answers. Refuses AlreadySubmitted; DraftChanged when ``seen_version`` is not the present one."""
        if not self.is_draft:
            raise AlreadySubmitted
        if seen_version is not None and seen_version != self.version:
            raise DraftChanged
        self.answers = self.answers | answers
        self.known_from = {key: why for key, why in self.known_from.items() if key not in _asked(answers)}
        self.version += 1
        self.saved_at, self.warned_on = at, None

    def warn(self, today: date) -> None:
        """The applicant is told today that the draft will be deleted; told before, nothing changes."""
        self.warned_on = self.warned_on or today

    def share(self, at: datetime) -> None:
        """From now on the citizen and the desk both fill it in. Refuses AlreadySubmitted."""
        if not self.is_draft:
            raise AlreadySubmitted
        self.shared_at = self.shared_at or at

    def come_by(self, channel: Channel, operator_id: UUID | None) -> None:
        """By which way it comes in at last: online when the citizen sends it, by the desk when an operator does."""
        self.channel, self.entered_by_id = channel, operator_id

    def submit(self, *, at: datetime, due_on: date, office_id: UUID | None, acting_name: str | None = None) -> None:
        """Leave for the office; ``acting_name`` when the applicant acts for another. Refuses AlreadySubmitted."""
        if not self.is_draft:
            raise AlreadySubmitted
        self.submitted_at, self.due_on, self.office_id, self.acting_name = at, due_on, office_id, acting_name
        self.status = ApplicationStatus.SUBMITTED

    def take_up(self, operator_id: UUID, at: datetime) -> None:
        """An operator answers for it from now on (L. 241/1990 art. 5). Refuses NotUnderWay."""
        if self.status is not ApplicationStatus.SUBMITTED:
            raise NotUnderWay
        self.taken_at, self.status = at, ApplicationStatus.IN_CHARGE
        self.responsible_id = operator_id

    def assign(self, operator_id: UUID, office_id: UUID | None) -> None:
        """A colleague answers for it from now on; the office stays where none is named. Refuses NotUnderWay."""
        if self.status not in (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE):
            raise NotUnderWay
        self.responsible_id, self.office_id = operator_id, office_id or self.office_id

    def decide(self, outcome: Outcome, at: datetime) -> None:
        """It has its answer. Refuses NotUnderWay for a draft, and for what was given up."""
        if self.status in (ApplicationStatus.DRAFT, ApplicationStatus.WITHDRAWN):
            raise NotUnderWay
        self.decided_at, self.outcome, self.status = at, outcome, ApplicationStatus.DECIDED

    def reopen(self) -> None:
        """The answer is looked at again. Refuses NotUnderWay without one."""
        if self.status is not ApplicationStatus.DECIDED:
            raise NotUnderWay
        self.outcome, self.status = None, ApplicationStatus.IN_CHARGE

    def withdraw(self, at: datetime) -> None:
        """The person gives it up. Refuses NotUnderWay."""
        if self.status not in (ApplicationStatus.SUBMITTED, ApplicationStatus.IN_CHARGE):
            raise NotUnderWay
        self.withdrawn_at, self.status = at, ApplicationStatus.WITHDRAWN


def _asked(answers: dict[str, Any]) -> frozenset[str]:
    return frozenset(name.partition(".")[0] for name in answers)


class Attachment(Table, table=True):
    """A document that answers a question of the form; those of a question stand in the order of their ``place``.

    ``is_reused`` when the document was in the person's file before: taken out here, it stays there.
    """

    __tablename__ = "attachment"
    __table_args__ = (sa.UniqueConstraint("application_id", "document_id"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    document_id: UUID = Field(foreign_key="documents.document.id")
    field: str
    place: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    is_reused: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})
