"""An office gets an agenda."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.kernel.actor import Actor
from domain.organization.queries.offices import office
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.make_seats import make_seats
from domain.scheduling.model.agenda import Agenda, AgendaNeed
from domain.scheduling.model.resource import AgendaResource
from domain.scheduling.queries.agendas.kept import check_keeps, check_needs_known, check_resources_known

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120)]


class OpenAgenda(BaseModel):
    """Whose time, for which needs, and what every appointment takes besides; ``place`` says where, for people."""

    office_id: UUID
    name: Name
    place: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""
    need_ids: tuple[UUID, ...] = ()
    resource_ids: tuple[UUID, ...] = ()
    is_step_free: bool = False
    languages: tuple[str, ...] = ("it",)
    lead_minutes: int = Field(default=120, ge=0, le=43_200)
    horizon_days: int = Field(default=60, ge=1, le=400)
    cancel_minutes: int = Field(default=120, ge=0, le=43_200)


async def open_agenda(work: UnitOfWork, actor: Actor, command: OpenAgenda) -> UUID:
    """The agenda, without hours yet. Refuses NotFound, NotYourAgenda, NameTaken."""
    where = await office(work, command.office_id)
    check_keeps(actor, where.ente_id, where.id)
    await check_needs_known(work, where.ente_id, command.need_ids)
    await check_resources_known(work, where.ente_id, command.resource_ids)
    facts = command.model_dump(exclude={"need_ids", "resource_ids", "languages"})
    agenda = Agenda(ente_id=where.ente_id, languages=list(command.languages), **facts)
    work.session.add(agenda)
    await work.session.flush()  # what follows names it
    await make_seats(work, agenda, 1)
    work.session.add_all(
        AgendaNeed(ente_id=where.ente_id, agenda_id=agenda.id, need_id=need_id) for need_id in set(command.need_ids)
    )
    work.session.add_all(
        AgendaResource(ente_id=where.ente_id, agenda_id=agenda.id, resource_id=resource_id)
        for resource_id in set(command.resource_ids)
    )
    return agenda.id
