"""For whom a citizen books: also for who has delegated them for the one service that the need is about."""

from collections.abc import Sequence
from uuid import UUID

from domain.access.queries.represented_people import RepresentedPerson, may_act_for, people_to_apply_for
from domain.catalogue.queries.services_called import services_called
from domain.kernel.actor import Citizen
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Need


async def people_to_book_for(work: UnitOfWork, citizen: Citizen, need_id: UUID) -> Sequence[RepresentedPerson]:
    """Children, protected people and delegators, each once; nobody who was only declared. Refuses NotFound."""
    need = await work.session.get(Need, need_id)
    if need is None:
        raise NotFound
    found = list(await people_to_apply_for(work, citizen))
    for service_id in await _delegated_services(work, citizen, need):
        found += await people_to_apply_for(work, citizen, service_id)
    each = {one.person_id: one for one in reversed(found) if not one.is_declared}
    return list(reversed(each.values()))


async def may_book_for(work: UnitOfWork, citizen: Citizen, need: Need, person_id: UUID) -> bool:
    """Whether the citizen books for ``person_id`` what they are seen for."""
    if may_act_for(citizen, person_id):
        return True
    services = await _delegated_services(work, citizen, need)
    return any(may_act_for(citizen, person_id, service_id=one) for one in services)


async def _delegated_services(work: UnitOfWork, citizen: Citizen, need: Need) -> Sequence[UUID]:
    """The services the need is about for which somebody delegated the citizen; nothing is asked without any."""
    scopes = {one.service_id for one in citizen.mandates if one.service_id is not None}
    if not scopes or not need.service_slug:
        return []
    return sorted(scopes & await services_called(work, citizen.enti, need.service_slug))
