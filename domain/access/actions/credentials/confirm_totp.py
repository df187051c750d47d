"""An operator confirms a code app by its first code."""

from uuid import UUID

from domain.access.actions.credentials.credential_row import credential_row
from domain.access.events import TotpConfirmed
from domain.access.refusals import WrongCode
from domain.access.rules.secrets import unseal
from domain.access.rules.totp import SEALED_FOR, accepted_step
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


async def confirm_totp(work: UnitOfWork, operator_id: UUID, code: str) -> None:
    """The secret that waits counts from now on, in place of a former one. Refuses WrongCode."""
    credential = await credential_row(work, operator_id)
    sealed = credential.totp_waiting_sealed
    step = sealed and accepted_step(
        unseal(settings().secret, sealed, SEALED_FOR), code, int(work.now.timestamp()), last_step=0
    )
    if not sealed or not step:
        raise WrongCode
    credential.take_totp(sealed, step)
    await work.record(TotpConfirmed(ente_id=credential.ente_id, operator_id=operator_id))
