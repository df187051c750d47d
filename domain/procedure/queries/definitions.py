"""What the versions of procedures are made of, for whoever shows or designs them."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import ProcedureVersion
from domain.procedure.rules.definition import AskedField, Option, ProcedureDefinition, State, Transition

__all__ = ["AskedField", "Option", "ProcedureDefinition", "State", "Transition", "definition_of", "definitions"]


async def definition_of(work: UnitOfWork, version_id: UUID) -> ProcedureDefinition:
    """The definition of a version. Refuses NotFound."""
    found = (await definitions(work, [version_id])).get(version_id)
    if found is None:
        raise NotFound
    return found


async def definitions(work: UnitOfWork, version_ids: Iterable[UUID]) -> dict[UUID, ProcedureDefinition]:
    """The definitions of many versions, by id; one question."""
    if not (wanted := set(version_ids)):
        return {}
    statement = select(ProcedureVersion.id, ProcedureVersion.definition).where(col(ProcedureVersion.id).in_(wanted))
    rows = (await work.session.exec(statement)).all()
    return {version_id: ProcedureDefinition.model_validate(kept) for version_id, kept in rows}
