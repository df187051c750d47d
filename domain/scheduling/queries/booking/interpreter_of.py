"""Which interpreter an appointment was promised: asked again, like it, when the appointment moves."""

from uuid import UUID

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.hold import ResourceHold
from domain.scheduling.model.resource import AgendaResource, Resource
from domain.scheduling.terms import ResourceKind


async def interpreter_of(work: UnitOfWork, appointment_id: UUID, agenda_id: UUID, language: str) -> tuple[str, str]:
    """The language and the gender of who was to interpret, besides those of the agenda; empty for nobody.

    The language of the person, ``language``, where it is interpreted; else the first of those that are.
    """
    of_agenda = select(AgendaResource.resource_id).where(col(AgendaResource.agenda_id) == agenda_id)
    wanted = (
        select(Resource)
        .join(ResourceHold, col(ResourceHold.resource_id) == col(Resource.id))
        .where(
            col(ResourceHold.appointment_id) == appointment_id,
            col(Resource.kind) == ResourceKind.INTERPRETER,
            col(Resource.id).not_in(of_agenda),
        )
    )
    found = (await work.session.exec(wanted)).first()
    if found is None or not found.languages:
        return "", ""
    return (language if language in found.languages else found.languages[0]), found.gender
