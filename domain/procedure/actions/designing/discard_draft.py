"""Throw away a draft that is not wanted."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import Procedure, ProcedureVersion
from domain.procedure.queries.versions import version_to_design
from domain.procedure.refusals import AlreadyPublished
from domain.procedure.terms import VersionStatus


class DiscardDraft(BaseModel):
    """Which draft."""

    version_id: UUID


async def discard_draft(work: UnitOfWork, operator: Operator, command: DiscardDraft) -> None:
    """The draft is gone; what is in force goes on. A procedure that never was in force goes with its draft.

    Refuses NotFound, NotYoursToDesign, AlreadyPublished.
    """
    draft = await version_to_design(work, operator, command.version_id)
    if draft.status is not VersionStatus.DRAFT:
        raise AlreadyPublished
    others = select(ProcedureVersion.id).where(
        col(ProcedureVersion.procedure_id) == draft.procedure_id, col(ProcedureVersion.id) != draft.id
    )
    is_alone = (await work.session.exec(others.limit(1))).first() is None
    await work.session.delete(draft)
    if is_alone:
        await work.session.flush()  # its version refers to the procedure
        await work.session.delete(await work.session.get_one(Procedure, draft.procedure_id))
