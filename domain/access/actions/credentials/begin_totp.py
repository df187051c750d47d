"""An operator is given the secret of a code app; it counts only when a code has confirmed it."""

from uuid import UUID

from domain.access.actions.credentials.credential_row import credential_row
from domain.access.rules.secrets import seal
from domain.access.rules.totp import SEALED_FOR, new_secret
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


async def begin_totp(work: UnitOfWork, operator_id: UUID) -> None:
    """A new secret waits to be confirmed; the one of now goes on working until then."""
    credential = await credential_row(work, operator_id)
    credential.totp_waiting_sealed = seal(settings().secret, new_secret(), SEALED_FOR)
