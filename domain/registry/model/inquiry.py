"""Every question to the civil registry: who asked, when, for which practice, and what became of it."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import Table, word
from domain.registry.terms.civil import InquiryOutcome


class CivilInquiry(Table, table=True):
    """One question. ``number`` is the one we gave it; ``answer_number`` the registry's: the two find it there again.

    Whom it was about is written only when that person is of ours; ``operator_id`` is None for the nightly questions.
    """

    __tablename__ = "civil_inquiry"
    __table_args__ = (sa.Index("ix_civil_inquiry_person_id", "person_id"), {"schema": "registry"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    person_id: UUID | None = Field(default=None, foreign_key="registry.person.id")
    number: int = Field(sa_type=sa.BigInteger, unique=True)
    practice: str
    outcome: InquiryOutcome = word(InquiryOutcome, default=InquiryOutcome.ASKED)
    answer_number: str = ""

    def close(self, outcome: InquiryOutcome, answer_number: str = "") -> None:
        """Write down what came of it."""
        self.outcome, self.answer_number = outcome, answer_number
