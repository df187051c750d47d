"""An ente shows another logo."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.organization.events import EnteChanged
from domain.organization.queries.administered import administered_ente
from domain.platform.work import UnitOfWork


class SetLogo(BaseModel):
    """A logo already in the file store at ``address``, PNG or JPEG; no address takes the logo off.

    ``ente_id`` is the ente of the active office when it is not named.
    """

    ente_id: UUID | None = None
    address: str | None = None
    media_type: Literal["image/png", "image/jpeg"] | None = None


async def set_logo(work: UnitOfWork, operator: Operator, command: SetLogo) -> None:
    """Change the logo. Refuses NotFound and NotAnAdministrator."""
    changed = await administered_ente(work, operator, command.ente_id or operator.ente_id)
    changed.wear(command.address, command.media_type if command.address else None)
    await work.record(EnteChanged(ente_id=changed.id))
