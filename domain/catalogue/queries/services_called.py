"""Which services of several enti go by one name."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.service import Service
from domain.platform.work import UnitOfWork


async def services_called(work: UnitOfWork, enti: Iterable[UUID], slug: str) -> frozenset[UUID]:
    """The services of ``enti`` called ``slug``, in force or not: what enti offer is public. One question."""
    wanted = select(Service.id).where(col(Service.slug) == slug, col(Service.ente_id).in_(set(enti)))
    return frozenset((await work.session.exec(wanted)).all())
