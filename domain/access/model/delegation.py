"""Somebody lets somebody else act for them, for something, for a time."""

from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlmodel import Field

from domain.access.refusals import DelegationOver
from domain.access.terms import DelegationScope, DelegationStatus
from domain.platform.tables import Days, Table, column, instant, word


class Delegation(Table, table=True):
    """What ``delegator_id`` grants, to a person or to a body of the third sector (``delegate_ente_id``).

    A person is named by codice fiscale and surname, whether we know them or not; ``delegate_id`` is who accepted.
    ``service_id`` and ``application_id`` narrow it, by ``scope``. The names are those of the day they were written:
    each side sees the other's without seeing their file. ``mandate_number`` and ``mandate_on`` are those of a mandate
    signed on paper, ``recorded_by_id`` the operator who wrote it down; ``document_id`` the proof, kept by documents.
    """

    __tablename__ = "delegation"
    __table_args__ = (
        sa.CheckConstraint("(delegate_ente_id IS NULL) <> (delegate_codice_fiscale = '')", name="delegate"),
        sa.CheckConstraint(
            "(scope = 'service') = (service_id IS NOT NULL) AND (scope = 'application') = (application_id IS NOT NULL)",
            name="scope_named",
        ),
        sa.CheckConstraint("delegator_id <> delegate_id", name="another"),
        sa.CheckConstraint("NOT upper_inf(held_during)", name="ends"),
        {"schema": "access"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    delegator_id: UUID = Field(foreign_key="registry.person.id", index=True)
    delegator_name: str
    delegate_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    delegate_ente_id: UUID | None = Field(default=None, foreign_key="organization.ente.id", index=True)
    delegate_codice_fiscale: str = Field(default="", index=True)
    delegate_family_name: str = ""
    delegate_name: str
    scope: DelegationScope = word(DelegationScope)
    service_id: UUID | None = None
    application_id: UUID | None = None
    held_during: Range[date] = column(Days)
    status: DelegationStatus = word(DelegationStatus, default=DelegationStatus.OFFERED)
    document_id: UUID | None = None
    mandate_number: str = ""
    mandate_on: date | None = None
    recorded_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    answered_at: datetime | None = instant()
    ended_at: datetime | None = instant()
    is_ended_by_delegator: bool | None = None

    @property
    def day_after(self) -> date:
        """The first day on which it no longer counts; PostgreSQL gives ranges back without their last day."""
        last = self.held_during.upper or date.max
        return last + timedelta(days=1) if self.held_during.bounds.endswith("]") else last

    def status_on(self, day: date) -> DelegationStatus:
        """Where it stands on ``day``."""
        if self.status in (DelegationStatus.OFFERED, DelegationStatus.ACCEPTED) and day >= self.day_after:
            return DelegationStatus.ENDED
        return self.status

    def accept(self, at: datetime, day: date, *, delegate_id: UUID | None, delegate_name: str) -> None:
        """The delegate wants it. Refuses DelegationOver unless it is offered and its period is not over."""
        self._answer(at, day, DelegationStatus.ACCEPTED)
        self.delegate_id, self.delegate_name = delegate_id, delegate_name

    def refuse(self, at: datetime, day: date) -> None:
        """The delegate does not want it. Refuses DelegationOver."""
        self._answer(at, day, DelegationStatus.REFUSED)

    def revoke(self, at: datetime, day: date, *, is_by_delegator: bool) -> None:
        """It ends now. Refuses DelegationOver when it has ended before."""
        if self.status_on(day) not in (DelegationStatus.OFFERED, DelegationStatus.ACCEPTED):
            raise DelegationOver
        self.status, self.ended_at, self.is_ended_by_delegator = DelegationStatus.REVOKED, at, is_by_delegator

    def _answer(self, at: datetime, day: date, status: DelegationStatus) -> None:
        if self.status_on(day) is not DelegationStatus.OFFERED:
            raise DelegationOver
        self.answered_at, self.status = at, status
