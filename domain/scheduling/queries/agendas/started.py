"""Whether an ente says for what people come."""

from uuid import UUID

from sqlmodel import col, select

from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Need


async def is_started(work: UnitOfWork, ente_id: UUID) -> bool:
    """Whether there is a need of the ente: to start with some only once."""
    return (await work.session.exec(select(Need.id).where(col(Need.ente_id) == ente_id).limit(1))).first() is not None
