"""Every ambito of the installation, and every ente that belongs to none: for the program's own reports."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.organization.model.ente import Ente
from domain.platform.work import UnitOfWork


async def ambiti(work: UnitOfWork, system: System) -> Sequence[tuple[UUID, str]]:
    """Their ids and names, by name."""
    wanted = select(Ente.id, Ente.name).where(col(Ente.ambito_id).is_(None)).order_by(col(Ente.name))
    return (await work.session.exec(wanted)).all()


async def ente_names(work: UnitOfWork, enti: tuple[UUID, ...]) -> dict[UUID, str]:
    """The names of many enti, by id; one question."""
    return dict((await work.session.exec(select(Ente.id, Ente.name).where(col(Ente.id).in_(enti)))).all())
