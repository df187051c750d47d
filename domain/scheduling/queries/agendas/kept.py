"""The doors to what is changed: an agenda, a need, a resource, for who keeps them; and what an agenda may be given."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.kernel.refusals import NotFound
from domain.organization.queries.enti import family_of
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Agenda, Need
from domain.scheduling.model.resource import Resource
from domain.scheduling.permissions import may_keep_agendas, may_set_needs
from domain.scheduling.refusals import AgendaChangedMeanwhile, NotYourAgenda


def check_keeps(actor: Actor, ente_id: UUID, office_id: UUID | None) -> None:
    """Refuses NotYourAgenda unless ``actor`` keeps the agendas of the office; of the whole ente for None."""
    if not may_keep_agendas(actor, ente_id, office_id):
        raise NotYourAgenda


def check_sets_needs(actor: Actor, ente_id: UUID) -> None:
    """Refuses NotYourAgenda unless ``actor`` says for what people are seen in the ente."""
    if not may_set_needs(actor, ente_id):
        raise NotYourAgenda


async def kept_agenda(work: UnitOfWork, actor: Actor, agenda_id: UUID, *, seen_version: int | None = None) -> Agenda:
    """The agenda, locked for a change. Refuses NotFound, NotYourAgenda.

    With ``seen_version`` also AgendaChangedMeanwhile, and what is written now is one version later.
    """
    found = (await work.session.exec(select(Agenda).where(col(Agenda.id) == agenda_id))).one_or_none()
    if found is None:
        raise NotFound
    check_keeps(actor, found.ente_id, found.office_id)
    await work.session.refresh(found, with_for_update=True)
    if seen_version is not None:
        if found.version != seen_version:
            raise AgendaChangedMeanwhile
        found.version += 1
    return found


async def kept_need(work: UnitOfWork, actor: Actor, need_id: UUID) -> Need:
    """The need, locked for a change. Refuses NotFound, NotYourAgenda."""
    found = (await work.session.exec(select(Need).where(col(Need.id) == need_id))).one_or_none()
    if found is None:
        raise NotFound
    check_sets_needs(actor, found.ente_id)
    await work.session.refresh(found, with_for_update=True)
    return found


async def kept_resource(work: UnitOfWork, actor: Actor, resource_id: UUID) -> Resource:
    """The resource, locked for a change. Refuses NotFound, NotYourAgenda."""
    found = (await work.session.exec(select(Resource).where(col(Resource.id) == resource_id))).one_or_none()
    if found is None:
        raise NotFound
    check_keeps(actor, found.ente_id, found.office_id)
    await work.session.refresh(found, with_for_update=True)
    return found


async def check_needs_known(work: UnitOfWork, ente_id: UUID, need_ids: Iterable[UUID]) -> None:
    """Refuses NotFound unless all are needs of the ente or of its ambito."""
    wanted = set(need_ids)
    known = select(Need.id).where(col(Need.id).in_(wanted), col(Need.ente_id).in_(await family_of(work, ente_id)))
    if wanted - set((await work.session.exec(known)).all()):
        raise NotFound


async def check_resources_known(work: UnitOfWork, ente_id: UUID, resource_ids: Iterable[UUID]) -> None:
    """Refuses NotFound unless all are resources of the ente or of its ambito."""
    wanted = set(resource_ids)
    family = await family_of(work, ente_id)
    known = select(Resource.id).where(col(Resource.id).in_(wanted), col(Resource.ente_id).in_(family))
    if wanted - set((await work.session.exec(known)).all()):
        raise NotFound
