"""An operator gets ten recovery codes, in place of those before."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.access.actions.credentials.credential_row import credential_row
from domain.access.events import RecoveryCodesMade
from domain.access.model.credential import RecoveryCode
from domain.access.rules.recovery_codes import new_codes, plain
from domain.access.rules.secrets import fingerprint
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


async def make_recovery_codes(work: UnitOfWork, operator_id: UUID) -> Sequence[str]:
    """The codes, to be shown this once: only their keyed hashes are kept."""
    credential = await credential_row(work, operator_id)  # the lock: two windows do not make two sets
    await work.session.exec(sa.delete(RecoveryCode).where(col(RecoveryCode.operator_id) == operator_id))
    codes, key = new_codes(), settings().secret
    work.session.add_all(
        RecoveryCode(
            ente_id=credential.ente_id,
            operator_id=operator_id,
            code_hash=fingerprint(key, f"recovery {operator_id} {plain(code)}"),
        )
        for code in codes
    )
    await work.record(RecoveryCodesMade(ente_id=credential.ente_id, operator_id=operator_id))
    return codes
