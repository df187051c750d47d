"""Hears a code of the second factor: of the app, or one of the recovery codes. Each works once."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.credential import OperatorCredential, RecoveryCode
from domain.access.rules.recovery_codes import plain
from domain.access.rules.secrets import fingerprint, unseal
from domain.access.rules.totp import SEALED_FOR, accepted_step
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


async def check_second_factor(work: UnitOfWork, operator_id: UUID, typed: str) -> bool:
    """Whether ``typed`` is a code that was not used before, on any device. It is used up by being right."""
    code = plain(typed)
    return await (_use_recovery(work, operator_id, code) if code else _use_totp(work, operator_id, typed))


async def _use_totp(work: UnitOfWork, operator_id: UUID, typed: str) -> bool:
    wanted = select(OperatorCredential).where(col(OperatorCredential.operator_id) == operator_id)
    # the lock makes a code that comes from two devices at once be heard one after the other
    credential = (
        await work.session.exec(wanted.with_for_update().execution_options(populate_existing=True))
    ).one_or_none()
    if credential is None or not credential.totp_secret_sealed:
        return False
    secret = unseal(settings().secret, credential.totp_secret_sealed, SEALED_FOR)
    step = accepted_step(secret, typed, int(work.now.timestamp()), credential.last_totp_step)
    if step is None:
        return False
    credential.last_totp_step = step
    return True


async def _use_recovery(work: UnitOfWork, operator_id: UUID, code: str) -> bool:
    use = (
        sa.update(RecoveryCode)
        .where(
            col(RecoveryCode.operator_id) == operator_id,
            col(RecoveryCode.code_hash) == fingerprint(settings().secret, f"recovery {operator_id} {code}"),
            col(RecoveryCode.used_at).is_(None),
        )
        .values(used_at=work.now)
        .returning(col(RecoveryCode.id))
    )
    return (await (await work.session.connection()).execute(use)).one_or_none() is not None
