"""What a desk passes on: a sheet to another office, a proposal to who takes people in charge."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.database import means
from domain.platform.tables import Table, instant, word
from domain.reception.refusals import AlreadyAnswered, AlreadyOnItsWay
from domain.reception.terms.passing_on import ProposalStatus, ProposalUrgency, ReferralStatus


class Referral(Table, table=True):
    """A sheet sent to another office, ``ente_id`` being the sender's. It names nobody: both enti read its state."""

    __tablename__ = "referral"
    __table_args__ = (
        sa.Index("ix_referral_to", "to_office_id", "status"),
        sa.Index("ix_referral_sheet", "sheet_id"),
        sa.Index(
            "uq_referral_waiting", "sheet_id", "to_office_id", unique=True, postgresql_where=sa.text("status = 'sent'")
        ),
        {"schema": "reception"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id")
    from_office_id: UUID = Field(foreign_key="organization.office.id")
    to_ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    to_office_id: UUID = Field(foreign_key="organization.office.id")
    sent_by_id: UUID = Field(foreign_key="organization.operator.id")
    reason: str
    status: ReferralStatus = word(ReferralStatus, default=ReferralStatus.SENT)
    answered_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    answered_at: datetime | None = instant()
    answer: str = ""

    def accept(self, operator_id: UUID, at: datetime) -> None:
        """The other office takes it over. Refuses AlreadyAnswered."""
        self._answer(ReferralStatus.ACCEPTED, operator_id, at)

    def give_back(self, operator_id: UUID, at: datetime, note: str) -> None:
        """The other office gives it back, and says why. Refuses AlreadyAnswered."""
        self._answer(ReferralStatus.RETURNED, operator_id, at)
        self.answer = note

    def _answer(self, status: ReferralStatus, operator_id: UUID, at: datetime) -> None:
        if self.status is not ReferralStatus.SENT:
            raise AlreadyAnswered
        self.status, self.answered_by_id, self.answered_at = status, operator_id, at


class CareProposal(Table, table=True):
    """A proposal that somebody is taken in charge by ``to_office_id``. It ends in a case, or with a reason why not."""

    __tablename__ = "care_proposal"
    __table_args__ = (
        sa.Index("ix_care_proposal_to", "to_office_id", "status"),
        sa.Index(
            "uq_care_proposal_open",
            "sheet_id",
            unique=True,
            postgresql_where=sa.text("status IN ('proposed', 'seen')"),
        ),
        {"schema": "reception"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    sheet_id: UUID = Field(foreign_key="reception.contact_sheet.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    to_ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    to_office_id: UUID = Field(foreign_key="organization.office.id")
    proposed_by_id: UUID = Field(foreign_key="organization.operator.id")
    category: str
    urgency: ProposalUrgency = word(ProposalUrgency, default=ProposalUrgency.ORDINARY)
    note: str = ""
    status: ProposalStatus = word(ProposalStatus, default=ProposalStatus.PROPOSED)
    seen_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    seen_at: datetime | None = instant()
    answered_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    answered_at: datetime | None = instant()
    refusal_reason: str = ""

    def see(self, operator_id: UUID, at: datetime) -> bool:
        """Somebody has read it; False, changing nothing, when it was read before."""
        if self.status is not ProposalStatus.PROPOSED:
            return False
        self.status, self.seen_by_id, self.seen_at = ProposalStatus.SEEN, operator_id, at
        return True

    def refuse(self, operator_id: UUID, at: datetime, reason: str) -> None:
        """No case comes of it. Refuses AlreadyAnswered."""
        self._answer(ProposalStatus.REFUSED, operator_id, at)
        self.refusal_reason = reason

    def accept(self, operator_id: UUID, at: datetime) -> None:
        """It goes into a case. Refuses AlreadyAnswered."""
        self._answer(ProposalStatus.ACCEPTED, operator_id, at)

    def _answer(self, status: ProposalStatus, operator_id: UUID, at: datetime) -> None:
        if not self.status.is_open:
            raise AlreadyAnswered
        self.status, self.answered_by_id, self.answered_at = status, operator_id, at


means("uq_referral_waiting", AlreadyOnItsWay())
means("uq_care_proposal_open", AlreadyOnItsWay())
