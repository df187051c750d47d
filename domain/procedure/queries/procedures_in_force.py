"""The procedures that a service of an ente can name."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col, select

from domain.organization.queries.enti import ente
from domain.platform.localised import Localised
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import Procedure, ProcedureVersion


async def procedures_in_force(work: UnitOfWork, ente_id: UUID) -> Mapping[str, Localised]:
    """Slug to name of those in force today in the ente or in its ambito; one in both has the name of the ente.

    How an ente deals with requests is public.
    """
    ambito_id = (await ente(work, ente_id)).ambito_id
    statement = (
        select(Procedure)
        .join(ProcedureVersion, col(ProcedureVersion.procedure_id) == col(Procedure.id))
        .where(
            col(Procedure.ente_id).in_([one for one in (ente_id, ambito_id) if one]),
            holds_on(ProcedureVersion.valid_during, work.today),
        )
    )
    found = sorted((await work.session.exec(statement)).all(), key=lambda one: one.ente_id == ente_id)
    return {one.slug: Localised(one.name) for one in found}
