"""A citizen's account and the digital identities that open it; an operator's credentials."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.access.terms import Way
from domain.platform.tables import Table, instant, word


class Account(Table, table=True):
    """The account of a person on the portal of an ambito (``ente_id``)."""

    __tablename__ = "account"
    __table_args__ = (sa.UniqueConstraint("person_id"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id")
    last_sign_in_at: datetime | None = instant()


class CitizenIdentity(Table, table=True):
    """A digital identity (issuer and its subject) that has opened an account."""

    __tablename__ = "citizen_identity"
    __table_args__ = (sa.UniqueConstraint("account_id", "issuer", "subject"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    account_id: UUID = Field(foreign_key="access.account.id")
    way: Way = word(Way)
    issuer: str
    subject: str
    level: int


class OperatorCredential(Table, table=True):
    """An operator's password (argon2id) and TOTP secret (sealed with the secret key).

    ``last_totp_step`` is the last time step accepted: a code works once.
    """

    __tablename__ = "operator_credential"
    __table_args__ = (sa.UniqueConstraint("operator_id"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    password_hash: str
    totp_secret_sealed: str
    last_totp_step: int = 0


class SignInAttempt(Table, table=True):
    """A failed sign-in, by a keyed hash of the account name: it slows down who guesses."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (sa.Index("ix_sign_in_attempt_key", "key_hash", "created_at"), {"schema": "access"})

    key_hash: str
