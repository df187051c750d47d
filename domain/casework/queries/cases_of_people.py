"""Which of many people have a case in an ente: asked at once, by the program."""

from collections.abc import Collection
from uuid import UUID

from sqlmodel import col, select

from domain.casework.model.case import Case
from domain.kernel.actor import System
from domain.platform.work import UnitOfWork


async def cases_of_people(
    work: UnitOfWork, system: System, ente_id: UUID, person_ids: Collection[UUID]
) -> dict[UUID, UUID]:
    """The case in ``ente_id`` of those who have one; one question."""
    if not person_ids:
        return {}
    wanted = select(Case.person_id, Case.id).where(col(Case.ente_id) == ente_id, col(Case.person_id).in_(person_ids))
    return dict((await work.session.exec(wanted)).all())
