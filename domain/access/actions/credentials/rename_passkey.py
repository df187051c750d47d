"""An operator calls a passkey by another name."""

from uuid import UUID

from pydantic import BaseModel, Field
from sqlmodel import col, select

from domain.access.model.credential import Passkey
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


class RenamePasskey(BaseModel):
    """Which passkey, and its name from now on."""

    passkey_id: UUID
    name: str = Field(min_length=1, max_length=60)


async def rename_passkey(work: UnitOfWork, operator: Operator, command: RenamePasskey) -> None:
    """Change the name of one's own passkey. Refuses NotFound."""
    mine = col(Passkey.operator_id) == operator.operator_id
    wanted = select(Passkey).where(col(Passkey.id) == command.passkey_id, mine)
    passkey = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if passkey is None:
        raise NotFound
    passkey.name = command.name
