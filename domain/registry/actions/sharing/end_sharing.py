"""An office takes back a record that another ente may read."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.registry.events import SharingEnded
from domain.registry.model.sharing import Sharing
from domain.registry.permissions import may_share
from domain.registry.queries.people import person_on_record


class EndSharing(BaseModel):
    """Which sharing, of whose record."""

    person_id: UUID
    sharing_id: UUID


async def end_sharing(work: UnitOfWork, operator: Operator, command: EndSharing) -> None:
    """Nobody there reads it any more, at once. Refuses NotAllowed, NotFound, SharingOver."""
    if not may_share(operator):
        raise NotAllowed
    known = await person_on_record(work, operator, command.person_id)
    wanted = select(Sharing).where(col(Sharing.id) == command.sharing_id, col(Sharing.person_id) == known.id)
    sharing = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if sharing is None:
        raise NotFound
    sharing.end(operator.operator_id, work.now)
    await work.record(
        SharingEnded(ente_id=sharing.ente_id, sharing_id=sharing.id, person_id=known.id, to_ente_id=sharing.to_ente_id)
    )
