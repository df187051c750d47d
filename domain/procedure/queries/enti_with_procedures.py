"""Which enti have a procedure in force today."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import ProcedureVersion


async def enti_with_procedures(work: UnitOfWork, enti: Iterable[UUID]) -> frozenset[UUID]:
    """Those of ``enti`` with a procedure in force; how an ente deals with requests is public."""
    statement = select(ProcedureVersion.ente_id).where(
        col(ProcedureVersion.ente_id).in_(set(enti)), holds_on(ProcedureVersion.valid_during, work.today)
    )
    return frozenset((await work.session.exec(statement.distinct())).all())
