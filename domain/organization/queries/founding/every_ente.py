"""Every ente of the installation, for who runs it."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.organization.model.ente import Ente
from domain.organization.queries.enti import EnteRow, row_of
from domain.platform.work import UnitOfWork


async def every_ente(work: UnitOfWork, system: System) -> Sequence[EnteRow]:
    """Each ambito, and each ente of none, by id, followed by its own enti by slug."""
    root = sa.func.coalesce(col(Ente.ambito_id), col(Ente.id))
    statement = select(Ente).order_by(root, col(Ente.ambito_id).nulls_first(), col(Ente.slug))
    return [row_of(found) for found in (await work.session.exec(statement)).all()]
