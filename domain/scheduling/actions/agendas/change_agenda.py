"""What is written about an agenda is written anew."""

from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field, StringConstraints
from sqlmodel import col

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.open_agenda import Name
from domain.scheduling.model.agenda import Agenda, AgendaNeed
from domain.scheduling.model.resource import AgendaResource
from domain.scheduling.queries.agendas.kept import check_needs_known, check_resources_known, kept_agenda

PARTS = {"agenda_id", "seen_version", "need_ids", "resource_ids", "languages"}


class ChangeAgenda(BaseModel):
    """All of it but its hours, as seen at ``seen_version``; ``is_open`` false: nobody books in it any more."""

    agenda_id: UUID
    seen_version: int
    name: Name
    place: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""
    need_ids: tuple[UUID, ...] = ()
    resource_ids: tuple[UUID, ...] = ()
    is_step_free: bool = False
    languages: tuple[str, ...] = ("it",)
    lead_minutes: int = Field(default=120, ge=0, le=43_200)
    horizon_days: int = Field(default=60, ge=1, le=400)
    cancel_minutes: int = Field(default=120, ge=0, le=43_200)
    is_open: bool = True


async def change_agenda(work: UnitOfWork, actor: Actor, command: ChangeAgenda) -> int:
    """The new version. Appointments keep the room and the operators that they took.

    Refuses NotFound, NotYourAgenda, AgendaChangedMeanwhile, NameTaken.
    """
    agenda = await kept_agenda(work, actor, command.agenda_id, seen_version=command.seen_version)
    await check_needs_known(work, agenda.ente_id, command.need_ids)
    await check_resources_known(work, agenda.ente_id, command.resource_ids)
    facts: dict[str, Any] = command.model_dump(exclude=PARTS) | {"languages": list(command.languages)}
    for name, value in facts.items():
        setattr(agenda, name, value)
    await _clear(work, agenda)
    work.session.add_all(
        AgendaNeed(ente_id=agenda.ente_id, agenda_id=agenda.id, need_id=one) for one in sorted(set(command.need_ids))
    )
    work.session.add_all(
        AgendaResource(ente_id=agenda.ente_id, agenda_id=agenda.id, resource_id=one)
        for one in sorted(set(command.resource_ids))
    )
    await work.session.flush()  # a name that is taken is said beside the answer
    return agenda.version


async def _clear(work: UnitOfWork, agenda: Agenda) -> None:
    """What it was for, and what it took."""
    await work.session.exec(sa.delete(AgendaNeed).where(col(AgendaNeed.agenda_id) == agenda.id))
    await work.session.exec(sa.delete(AgendaResource).where(col(AgendaResource.agenda_id) == agenda.id))
