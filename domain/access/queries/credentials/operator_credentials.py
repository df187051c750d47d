"""With what an operator can prove who they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.credential import OperatorCredential, Passkey, PasswordPolicy, RecoveryCode
from domain.access.rules.recovery_codes import FEW
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class PasskeyRow:
    """A passkey as its owner knows it."""

    id: UUID
    credential_key: str
    name: str
    added_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True)
class CredentialsCard:
    """What there is: ``is_renewal_due`` says that the next sign-in must begin with another password."""

    has_password: bool
    has_totp: bool
    password_set_at: datetime | None
    is_renewal_due: bool
    passkeys: Sequence[PasskeyRow]
    codes_left: int

    @property
    def has_second_factor(self) -> bool:
        """Whether a code app or a passkey is there; recovery codes alone are none."""
        return self.has_totp or bool(self.passkeys)

    @property
    def has_few_codes(self) -> bool:
        """Whether new recovery codes should be made."""
        return self.codes_left <= FEW


async def operator_credentials(work: UnitOfWork, operator_id: UUID) -> CredentialsCard:
    """The credentials of ``operator_id``: nothing of them, only what there is."""
    wanted = (
        select(OperatorCredential, PasswordPolicy)
        .outerjoin(PasswordPolicy, col(PasswordPolicy.ente_id) == col(OperatorCredential.ente_id))
        .where(col(OperatorCredential.operator_id) == operator_id)
    )
    found = (await work.session.exec(wanted)).one_or_none()
    passkeys, codes_left = await _passkeys(work, operator_id), await _codes_left(work, operator_id)
    if found is None:
        return CredentialsCard(False, False, None, False, passkeys, codes_left)
    credential, policy = found
    has_password = bool(credential.password_hash)
    set_at = credential.password_set_at or credential.created_at
    is_due = credential.is_renewal_asked or (policy is not None and policy.wants_another(set_at, work.now))
    return CredentialsCard(
        has_password,
        bool(credential.totp_secret_sealed),
        set_at if has_password else None,
        has_password and is_due,
        passkeys,
        codes_left,
    )


async def _passkeys(work: UnitOfWork, operator_id: UUID) -> list[PasskeyRow]:
    wanted = select(Passkey).where(col(Passkey.operator_id) == operator_id).order_by(col(Passkey.created_at))
    return [
        PasskeyRow(one.id, one.credential_key, one.name, one.created_at, one.last_used_at)
        for one in (await work.session.exec(wanted)).all()
    ]


async def _codes_left(work: UnitOfWork, operator_id: UUID) -> int:
    unused = col(RecoveryCode.operator_id) == operator_id, col(RecoveryCode.used_at).is_(None)
    return (await work.session.exec(select(sa.func.count(col(RecoveryCode.id))).where(*unused))).one()
