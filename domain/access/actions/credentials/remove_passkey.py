"""An operator gives a passkey up."""

from uuid import UUID

from sqlmodel import col, select

from domain.access.events import PasskeyRemoved
from domain.access.model.credential import OperatorCredential, Passkey
from domain.access.refusals import LastSecondFactor
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


async def remove_passkey(work: UnitOfWork, operator: Operator, passkey_id: UUID) -> None:
    """The passkey opens nothing any more. Refuses NotFound, LastSecondFactor."""
    wanted = select(Passkey).where(col(Passkey.operator_id) == operator.operator_id)
    mine = (await work.session.exec(wanted.with_for_update())).all()
    passkey = next((one for one in mine if one.id == passkey_id), None)
    if passkey is None:
        raise NotFound
    if len(mine) == 1 and not await _has_totp(work, operator.operator_id):
        raise LastSecondFactor
    await work.session.delete(passkey)
    await work.record(PasskeyRemoved(ente_id=passkey.ente_id, operator_id=operator.operator_id, passkey_id=passkey_id))


async def _has_totp(work: UnitOfWork, operator_id: UUID) -> bool:
    wanted = select(OperatorCredential.totp_secret_sealed).where(col(OperatorCredential.operator_id) == operator_id)
    return bool((await work.session.exec(wanted)).one_or_none())
