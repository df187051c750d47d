"""Of whom the civil registry is asked every night, and when it was asked last."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, instant, word
from domain.registry.terms.civil import InquiryOutcome, WatchReason


class Watch(Table, table=True):
    """Something open for a person (``subject_id``: the case, the application…): until it ends, they are watched."""

    __tablename__ = "watch"
    __table_args__ = (
        sa.UniqueConstraint("person_id", "reason", "subject_id"),
        sa.Index("ix_watch_open", "person_id", postgresql_where=sa.text("ended_at IS NULL")),
        sa.Index("ix_watch_subject_id", "subject_id"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    reason: WatchReason = word(WatchReason)
    subject_id: UUID
    ended_at: datetime | None = instant()


class CivilCheck(Table, table=True):
    """The last day on which a person was looked up in the civil registry, and what came of it."""

    __tablename__ = "civil_check"
    __table_args__ = (sa.UniqueConstraint("person_id"), {"schema": "registry"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    checked_on: date
    outcome: InquiryOutcome = word(InquiryOutcome)
