"""With what operators prove who they are: password, TOTP, passkeys, recovery codes; and what their ente asks."""

from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.access.refusals import CredentialTaken
from domain.platform.database import means
from domain.platform.tables import Table, instant


class OperatorCredential(Table, table=True):
    """An operator's password (argon2id, empty before the first) and TOTP secret (sealed with the secret key, or empty).

    ``totp_waiting_sealed`` is a new secret that no code has confirmed yet. ``last_totp_step`` is the last time step
    accepted: a code works once. ``is_renewal_asked``: an administrator wants another password.
    """

    __tablename__ = "operator_credential"
    __table_args__ = (sa.UniqueConstraint("operator_id"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    password_hash: str
    totp_secret_sealed: str
    last_totp_step: int = 0
    totp_waiting_sealed: str | None = None
    password_set_at: datetime | None = instant()
    is_renewal_asked: bool = Field(default=False, sa_column_kwargs={"server_default": sa.false()})

    def take_password(self, hashed: str, now: datetime) -> None:
        """From now on this password, and no other."""
        self.password_hash, self.password_set_at, self.is_renewal_asked = hashed, now, False

    def take_totp(self, sealed: str, step: int) -> None:
        """From now on codes of this secret, after ``step``."""
        self.totp_secret_sealed, self.last_totp_step, self.totp_waiting_sealed = sealed, step, None


class Passkey(Table, table=True):
    """A passkey of an operator: ``credential_key`` is its id as the browser tells it, ``public_key`` is COSE.

    ``sign_count`` grows in keys that count; a smaller one means that somebody has a copy.
    """

    __tablename__ = "passkey"
    __table_args__ = (sa.UniqueConstraint("credential_key"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id", index=True)
    credential_key: str
    public_key: bytes
    sign_count: int = Field(sa_type=sa.BigInteger)
    name: str
    last_used_at: datetime | None = instant()


class RecoveryCode(Table, table=True):
    """A recovery code of an operator, by its keyed hash; it works once."""

    __tablename__ = "recovery_code"
    __table_args__ = (sa.UniqueConstraint("operator_id", "code_hash"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id")
    code_hash: str
    used_at: datetime | None = instant()


class SecondFactorReset(Table, table=True):
    """An administrator took an operator's second factor away, and why."""

    __tablename__ = "second_factor_reset"
    __table_args__ = {"schema": "access"}

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    operator_id: UUID = Field(foreign_key="organization.operator.id", index=True)
    by_operator_id: UUID = Field(foreign_key="organization.operator.id")
    reason: str


class PasswordPolicy(Table, table=True):
    """What an ente asks of passwords: a greatest age in days (0 = none), and none older than an instant."""

    __tablename__ = "password_policy"
    __table_args__ = (sa.UniqueConstraint("ente_id"), {"schema": "access"})

    ente_id: UUID = Field(foreign_key="organization.ente.id")
    greatest_age_days: int = 0
    renewal_asked_at: datetime | None = instant()

    def wants_another(self, set_at: datetime, now: datetime) -> bool:
        """Whether a password set at ``set_at`` must be renewed."""
        is_too_old = self.greatest_age_days > 0 and now - set_at > timedelta(days=self.greatest_age_days)
        return is_too_old or (self.renewal_asked_at is not None and set_at <= self.renewal_asked_at)


means("uq_passkey_credential_key", CredentialTaken())
