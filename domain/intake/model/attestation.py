"""Papers that say what is known of somebody's applications, and may be checked by whoever is shown them."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.intake.refusals import AttestationOver
from domain.intake.terms.attestations import AttestationKind
from domain.platform.tables import Table, instant, word


class Attestation(Table, table=True):
    """``code`` is what the paper shows and the public page asks for; the PDF is ``document_id`` once it is drawn up.

    ``application_id`` for what is said of one application, ``year`` for those of a year. ``issued_by_id`` is the
    operator, None when the citizen has asked. It holds until it is revoked.
    """

    __tablename__ = "attestation"
    __table_args__ = (
        sa.UniqueConstraint("code"),
        sa.CheckConstraint("(kind = 'year') = (year IS NOT NULL)", name="year"),
        sa.CheckConstraint("(kind = 'year') = (application_id IS NULL)", name="application"),
        sa.CheckConstraint("(revoked_at IS NULL) = (revoked_by_id IS NULL)", name="revoked"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    kind: AttestationKind = word(AttestationKind)
    application_id: UUID | None = Field(default=None, foreign_key="intake.application.id", index=True)
    year: int | None = None
    code: str
    issued_at: datetime = instant(nullable=False)
    issued_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    asked_by_id: UUID | None = Field(default=None, foreign_key="registry.person.id", index=True)
    document_id: UUID | None = Field(default=None, foreign_key="documents.document.id")
    protocollo: str = ""
    revoked_at: datetime | None = instant()
    revoked_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    revocation_reason: str = ""

    def revoke(self, *, by_id: UUID, reason: str, at: datetime) -> None:
        """It holds no longer. Refuses AttestationOver for one that does not hold."""
        if self.revoked_at is not None:
            raise AttestationOver
        self.revoked_at, self.revoked_by_id, self.revocation_reason = at, by_id, reason


class AttestationRules(Table, table=True):
    """What an ente lets its attestations say: being followed or not, and whether each is in the protocollo."""

    __tablename__ = "attestation_rules"
    __table_args__ = (sa.UniqueConstraint("ente_id"), {"schema": "intake"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    is_charge_told: bool = False
    is_registered: bool = False
    changed_by_id: UUID = Field(foreign_key="organization.operator.id")
    changed_at: datetime = instant(nullable=False)
