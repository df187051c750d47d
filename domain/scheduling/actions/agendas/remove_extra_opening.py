"""An agenda does not receive besides its week after all."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.opening import ExtraOpening
from domain.scheduling.queries.agendas.kept import kept_agenda


class RemoveExtraOpening(BaseModel):
    """The opening of an agenda."""

    agenda_id: UUID
    opening_id: UUID


async def remove_extra_opening(work: UnitOfWork, actor: Actor, command: RemoveExtraOpening) -> None:
    """It is not there any more; who is expected in it stays expected. Refuses NotFound, NotYourAgenda."""
    agenda = await kept_agenda(work, actor, command.agenda_id)
    wanted = select(ExtraOpening).where(
        col(ExtraOpening.id) == command.opening_id, col(ExtraOpening.agenda_id) == agenda.id
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    await work.session.delete(found)
