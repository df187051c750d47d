"""The register of transactions: what was sent and received at every sign-in and sign-out, for 24 months."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.access.terms import TransactionStep, Way
from domain.platform.tables import BareTable, Json, Table, instant, word

# What the MAC of a row covers: everything but itself.
COVERED = (
    "id",
    "chain",
    "sequence",
    "created_at",
    "ente_id",
    "way",
    "step",
    "issuer",
    "request_id",
    "request_instant",
    "response_id",
    "response_instant",
    "assertion_id",
    "name_qualifier",
    "subject_hash",
    "person_hash",
    "is_success",
    "key_id",
    "sealed_body",
    "previous_hash",
)


class TransactionRecord(Table, table=True):
    """A message, sealed; a link of its chain. Never changed; removed after 24 months, from the start of the chain.

    Subject and codice fiscale are fingerprints under the master key ``key_id``, which also seals and authenticates.
    """

    __tablename__ = "transaction_record"
    __table_args__ = (
        sa.UniqueConstraint("chain", "sequence"),
        sa.Index("ix_transaction_record_created_at", "created_at"),
        {"schema": "access"},
    )

    ente_id: UUID | None = Field(default=None, foreign_key="organization.ente.id", index=True)
    chain: int
    sequence: int = Field(sa_type=sa.BigInteger)
    way: Way = word(Way)
    step: TransactionStep = word(TransactionStep)
    issuer: str
    request_id: str = Field(index=True)
    request_instant: str
    response_id: str = Field(index=True)
    response_instant: str
    assertion_id: str = Field(index=True)
    name_qualifier: str
    subject_hash: str = Field(index=True)
    person_hash: str = Field(index=True)
    is_success: bool | None = None
    key_id: str
    sealed_body: bytes
    previous_hash: str
    row_hash: str

    def covered(self) -> dict[str, Any]:
        """What the MAC covers."""
        return {name: getattr(self, name) for name in COVERED}


class ChainHead(BareTable, table=True):
    """The last row of a chain. Its MAC stands nowhere else: who cuts rows off the end cannot make the former one."""

    __tablename__ = "chain_head"
    __table_args__ = {"schema": "access"}

    chain: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    sequence: int = Field(sa_type=sa.BigInteger)
    row_hash: str
    key_id: str
    head_hash: str


class ChainAnchor(BareTable, table=True):
    """Where a chain starts after its oldest rows were deleted: the last deleted row and when, under a MAC."""

    __tablename__ = "chain_anchor"
    __table_args__ = {"schema": "access"}

    chain: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    sequence: int = Field(sa_type=sa.BigInteger)
    row_hash: str
    last_written_at: datetime = instant(nullable=False)
    anchored_at: datetime = instant(nullable=False)
    key_id: str
    anchor_hash: str


class RegisterAccess(Table, table=True):
    """An auditor's search of the register, or the opening of a record found by it. Never changed.

    ``criteria`` name people only by fingerprints.
    """

    __tablename__ = "register_access"
    __table_args__ = (sa.Index("ix_register_access_operator", "operator_id", "created_at"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    office_id: UUID = Field(foreign_key="organization.office.id")
    reason: str
    criteria: dict[str, Any] = Field(sa_type=Json)
    record_id: UUID | None = None
