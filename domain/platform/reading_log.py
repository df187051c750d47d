"""Who opened whose file, when and why: written by the door queries, read by the person and the auditor."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.actor import Actor, Citizen, Operator
from domain.platform.tables import Table


@dataclass(frozen=True)
class Reading:
    """A reading to be noted: whose file, in which ente, what part of it, for which purpose.

    A refused attempt (``is_granted`` false) has no person: who asks must not learn whose it is.
    """

    person_id: UUID | None
    ente_id: UUID
    subject: str
    subject_id: UUID | None
    purpose: str
    is_granted: bool = True


class ReadingRecord(Table, table=True):
    """One reading of a person's file. Never changed."""

    __tablename__ = "reading"
    __table_args__ = (sa.Index("ix_reading_person", "person_id", sa.text("created_at DESC")), {"schema": "platform"})

    person_id: UUID | None = None
    ente_id: UUID = Field(index=True)
    operator_id: UUID | None = None
    office_id: UUID | None = None
    citizen_id: UUID | None = None
    subject: str
    subject_id: UUID | None = None
    purpose: str
    is_granted: bool = True

    @classmethod
    def of(cls, reading: Reading, actor: Actor) -> "ReadingRecord":
        """The record of ``reading`` by ``actor``."""
        return cls(
            person_id=reading.person_id,
            ente_id=reading.ente_id,
            subject=reading.subject,
            subject_id=reading.subject_id,
            purpose=reading.purpose,
            is_granted=reading.is_granted,
            operator_id=actor.operator_id if isinstance(actor, Operator) else None,
            office_id=actor.office_id if isinstance(actor, Operator) else None,
            citizen_id=actor.person_id if isinstance(actor, Citizen) else None,
        )
