"""Which enti offer any service today."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.service import ServiceVersion
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork


async def enti_with_services(work: UnitOfWork, enti: Iterable[UUID]) -> frozenset[UUID]:
    """Those of ``enti`` with a service in force; what is on offer is public."""
    statement = select(ServiceVersion.ente_id).where(
        col(ServiceVersion.ente_id).in_(set(enti)), holds_on(ServiceVersion.valid_during, work.today)
    )
    return frozenset((await work.session.exec(statement.distinct())).all())
