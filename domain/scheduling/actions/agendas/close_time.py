"""From when to when nobody is received."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, StringConstraints

from domain.kernel.actor import Actor
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.scheduling.events import TimeClosed
from domain.scheduling.model.opening import Closure
from domain.scheduling.queries.agendas.kept import check_keeps, kept_agenda, kept_resource


class CloseTime(BaseModel):
    """One of ``office_id``, ``agenda_id`` and ``resource_id``; without any, the whole ente. Colleagues read why."""

    ente_id: UUID
    office_id: UUID | None = None
    agenda_id: UUID | None = None
    resource_id: UUID | None = None
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""


async def close_time(work: UnitOfWork, actor: Actor, command: CloseTime) -> UUID:
    """Nothing is free in it any more; who is expected already stays expected, until told otherwise.

    Refuses NotFound, NotYourAgenda, and Invalid where it ends before it begins.
    """
    ente_id = await _closed_by(work, actor, command)
    _check_order(command.starts_at, command.ends_at)
    closure = Closure(**command.model_dump(exclude={"ente_id"}), ente_id=ente_id)
    work.session.add(closure)
    await work.record(TimeClosed(ente_id=ente_id, closure_id=closure.id))
    return closure.id


def _check_order(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise Invalid({"ends_at": _("La fine viene dopo l'inizio.")})


async def _closed_by(work: UnitOfWork, actor: Actor, command: CloseTime) -> UUID:
    """The ente of what is closed, once it is known that ``actor`` may."""
    if command.agenda_id:
        return (await kept_agenda(work, actor, command.agenda_id)).ente_id
    if command.resource_id:
        return (await kept_resource(work, actor, command.resource_id)).ente_id
    if command.office_id:
        where = await office(work, command.office_id)
        check_keeps(actor, where.ente_id, where.id)
        return where.ente_id
    check_keeps(actor, command.ente_id, None)
    return command.ente_id
