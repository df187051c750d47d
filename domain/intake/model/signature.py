"""Who signs an application besides the applicant."""

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

import domain.intake.model.application  # noqa: F401 - keys point at its table
from domain.access.terms import IdentityDocument
from domain.intake.refusals import SignatureClosed
from domain.intake.terms import Recognition, SignatureWay
from domain.platform.tables import Table, instant, word


class Signature(Table, table=True):
    """A signature that ``applicant_id`` has asked of whoever has ``codice_fiscale``, by the question ``field``.

    Whether we know that person is kept nowhere before they answer. ``digest`` is of what they signed: the signature
    counts as long as the application says the same. ``operator_id`` has recorded one on paper, kept as ``document_id``
    with how the signer was recognised (DPR 445/2000 art. 38). ``closed_at``: it is not asked any more.
    """

    __tablename__ = "signature"
    __table_args__ = (
        sa.Index(
            "uq_signature_one_open",
            "application_id",
            "codice_fiscale",
            unique=True,
            postgresql_where=sa.text("closed_at IS NULL"),
        ),
        sa.Index("ix_signature_codice_fiscale", "codice_fiscale"),
        sa.CheckConstraint("(signed_at IS NULL) = (digest = '')", name="signed"),
        sa.CheckConstraint("(signed_at IS NULL) = (way IS NULL)", name="way"),
        sa.CheckConstraint("signed_at IS NULL OR refused_at IS NULL", name="answered"),
        sa.CheckConstraint("(way = 'paper') = (operator_id IS NOT NULL) OR way IS NULL", name="paper"),
        {"schema": "intake"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    application_id: UUID = Field(foreign_key="intake.application.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    applicant_id: UUID = Field(foreign_key="registry.person.id", index=True)
    field: str
    codice_fiscale: str
    asked_at: datetime = instant(nullable=False)
    reminded_at: datetime | None = instant()
    signer_name: str = ""
    signed_at: datetime | None = instant()
    way: SignatureWay | None = word(SignatureWay, default=None, nullable=True)
    digest: str = ""
    refused_at: datetime | None = instant()
    reason: str = ""
    operator_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    recognition: Recognition | None = word(Recognition, default=None, nullable=True)
    document_kind: IdentityDocument | None = word(IdentityDocument, default=None, nullable=True)
    document_number: str = ""
    document_expires_on: date | None = None
    document_id: UUID | None = Field(default=None, foreign_key="documents.document.id", index=True)
    closed_at: datetime | None = instant()

    def sign(self, name: str, way: SignatureWay, digest: str, at: datetime) -> None:
        """Somebody signs what ``digest`` stands for; an earlier answer counts no more. Refuses SignatureClosed."""
        self._is_open()
        self.signer_name, self.way, self.digest, self.signed_at = name, way, digest, at
        self.refused_at, self.reason = None, ""

    def refuse(self, reason: str, at: datetime) -> None:
        """The person does not sign, and says why. Refuses SignatureClosed."""
        self._is_open()
        self.take_back()
        self.refused_at, self.reason = at, reason

    def take_back(self) -> None:
        """There is no signature any more. Refuses SignatureClosed."""
        self._is_open()
        self.signed_at, self.way, self.digest, self.signer_name = None, None, "", ""
        self.operator_id, self.document_id, self.recognition = None, None, None
        self.document_kind, self.document_number, self.document_expires_on = None, "", None

    def close(self, at: datetime) -> None:
        """It is not asked any more."""
        self.closed_at = self.closed_at or at

    def _is_open(self) -> None:
        if self.closed_at is not None:
            raise SignatureClosed
