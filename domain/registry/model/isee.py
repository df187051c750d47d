"""ISEE certificates (DPCM 159/2013)."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import Field

from domain.platform.tables import column, word
from domain.registry.model.known import Known, Origin
from domain.registry.model.person import Person
from domain.registry.rules.isee_facts import IseeFacts
from domain.registry.rules.timelines import range_of
from domain.registry.terms import IseeKind


class IseeRecord(Known, table=True):
    """An indicator in euros, as one person's file has it: the days for which it holds, and when we believed it.

    A certificate is about a whole household: each member's file has a row of its own, with one ``attestation_id``.
    ``declared_on`` is the day of the declaration (DSU). ``omissions`` are the words of the certificate where it says
    that something is missing or does not agree. ``document_id`` is the paper as a file, which the documents keep.
    """

    __tablename__ = "isee"
    __table_args__ = (
        sa.CheckConstraint("amount >= 0", name="amount"),
        sa.CheckConstraint("is_irregular OR omissions = ''", name="omissions"),
        sa.Index("ix_isee_person", "person_id"),
        sa.Index("ix_isee_attestation", "attestation_id"),
        {"schema": "registry"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    attestation_id: UUID = Field(default_factory=uuid4)
    kind: IseeKind = word(IseeKind)
    amount: Decimal = column(sa.Numeric(12, 2))
    dsu_number: str = ""
    declared_on: date | None = None
    is_irregular: bool = False
    omissions: str = ""
    document_id: UUID | None = None

    @classmethod
    def of(cls, member: Person, told: IseeFacts, attestation_id: UUID, at: datetime, origin: Origin) -> "IseeRecord":
        """What was ``told``, in the file of ``member``, believed from ``at`` on."""
        names = {"kind", "amount", "dsu_number", "declared_on", "is_irregular", "omissions", "document_id"}
        return cls(
            ente_id=member.ente_id,
            person_id=member.id,
            attestation_id=attestation_id,
            held_during=range_of(told.stretch),
            known_during=Range(at, None),
            source=origin.source,
            author_id=origin.author_id,
            reason=origin.reason,
            **told.model_dump(include=names),
        )
