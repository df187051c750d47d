"""A case (cartella sociale): everything about a person in charge of an ente."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.reception.queries.passed_on  # noqa: F401 - keys point at its tables
from domain.casework.refusals import AlreadyInCharge
from domain.casework.terms import CaseStatus, DiaryKind
from domain.platform.tables import Table, instant, word


class Case(Table, table=True):
    """One for each person and ente. ``version`` guards against two people changing it at once."""

    __tablename__ = "case"
    __table_args__ = (
        sa.UniqueConstraint("ente_id", "person_id"),
        sa.UniqueConstraint("ente_id", "number"),
        sa.Index("ix_case_worklist", "ente_id", "status", "office_id"),
        {"schema": "casework"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    number: int
    office_id: UUID | None = Field(default=None, foreign_key="organization.office.id")
    status: CaseStatus = word(CaseStatus, default=CaseStatus.REPORTED)
    responsible_id: UUID | None = Field(default=None, foreign_key="organization.operator.id", index=True)
    taken_at: datetime | None = instant()
    version: int = 1

    def take_charge(self, operator_id: UUID, office_id: UUID, *, at: datetime) -> None:
        """``operator_id`` becomes responsible. Refuses AlreadyInCharge when somebody is."""
        if self.status is CaseStatus.IN_CHARGE:
            raise AlreadyInCharge
        self.status, self.responsible_id, self.taken_at = CaseStatus.IN_CHARGE, operator_id, at
        self.office_id = office_id
        self.version += 1

    def belong_to(self, person_id: UUID) -> None:
        """The person turned out to be known already: the case is of that record from now on."""
        self.person_id = person_id
        self.version += 1


class CaseCounter(Table, table=True):
    """The last case number of an ente."""

    __tablename__ = "case_counter"
    __table_args__ = (sa.UniqueConstraint("ente_id"), {"schema": "casework"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    last_number: int = 0


class CaseApplication(Table, table=True):
    """An application inside a case: each is in one.

    Its dates stand here too, so that the worklist is sorted where it is kept. It waits until ``taken_at``;
    ``is_open`` until the person gives it up, or it has its answer.
    """

    __tablename__ = "case_application"
    __table_args__ = (
        sa.UniqueConstraint("application_id"),
        sa.Index("ix_case_application_worklist", "ente_id", "is_open", "due_on", "submitted_at"),
        {"schema": "casework"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    case_id: UUID = Field(foreign_key="casework.case.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id")
    submitted_at: datetime = instant(nullable=False)
    due_on: date
    taken_at: datetime | None = instant()
    is_open: bool = True

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has taken it up yet."""
        return self.is_open and self.taken_at is None

    def take_up(self, at: datetime) -> None:
        """Somebody works on it from now on."""
        self.taken_at = at

    def end(self) -> None:
        """Nobody waits for it any more."""
        self.is_open = False

    def reopen(self) -> None:
        """Its answer is looked at again."""
        self.is_open = True

    def days_left(self, today: date) -> int | None:
        """Days until the last one for the answer, negative after it; None when nobody waits for it."""
        return (self.due_on - today).days if self.is_open else None


class CaseSheet(Table, table=True):
    """A contact of the desk that led to the case, by the proposal that somebody accepted."""

    __tablename__ = "case_sheet"
    __table_args__ = (sa.UniqueConstraint("case_id", "sheet_id"), {"schema": "casework"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    case_id: UUID = Field(foreign_key="casework.case.id")
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id")
    proposal_id: UUID = Field(foreign_key="reception.care_proposal.id")


class DiaryEntry(Table, table=True):
    """A line of the diary of a case. Never changed: amendments are new lines."""

    __tablename__ = "diary_entry"
    __table_args__ = (sa.Index("ix_diary_entry_case", "case_id", "happened_at"), {"schema": "casework"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    case_id: UUID = Field(foreign_key="casework.case.id")
    person_id: UUID = Field(foreign_key="registry.person.id")
    kind: DiaryKind = word(DiaryKind)
    happened_at: datetime = instant(nullable=False)
    author_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    text: str = ""
    application_id: UUID | None = Field(default=None, foreign_key="intake.application.id")
