"""Who takes places waits for who is taking the same ones, so that nobody is given up as a deadlock."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, select

from domain.organization.queries.enti import family_of
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.scheduling.model.resource import AgendaResource
from domain.scheduling.queries.booking.plainly import refusing_plainly


async def wait_turn(
    work: UnitOfWork, agenda_ids: Collection[UUID], *, who: Collection[str] = (), interpreters_of: UUID | None = None
) -> None:
    """Hold the agendas and what their appointments take, until the transaction ends: before any row is written.

    ``who`` are words for those who book (a person, a contact); ``interpreters_of`` is the ente for which an
    interpreter is chosen, among those of its ambito. Always in the same order. Refuses PlaceTaken when the others take
    too long.
    """
    wanted = select(AgendaResource.resource_id).where(col(AgendaResource.agenda_id).in_(set(agenda_ids)))
    names = {f"agenda {one}" for one in agenda_ids} | {f"who {one}" for one in who}
    names |= {f"resource {one}" for one in (await work.session.exec(wanted)).all()}
    if interpreters_of is not None:
        names.add(f"interpreters {(await family_of(work, interpreters_of))[0]}")
    async with refusing_plainly(work):
        for name in sorted(names):
            await locks.hold(work, "scheduling", name)
