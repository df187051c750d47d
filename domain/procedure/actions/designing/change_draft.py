"""Save the draft of a procedure."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.model.procedure import Procedure
from domain.procedure.queries.versions import version_to_design
from domain.procedure.rules.definition import ProcedureDefinition


class ChangeDraft(BaseModel):
    """Which draft, as seen at which revision, and how the procedure is now; ``name`` None: called as before."""

    version_id: UUID
    seen_revision: int
    definition: ProcedureDefinition
    name: Localised | None = None


async def change_draft(work: UnitOfWork, operator: Operator, command: ChangeDraft) -> int:
    """The new revision; also what is not sound yet is kept. Refuses NotFound, NotYoursToDesign, AlreadyPublished,

    DraftChanged when a colleague saved meanwhile.
    """
    draft = await version_to_design(work, operator, command.version_id)
    draft.change(command.definition.model_dump(mode="json"), seen_revision=command.seen_revision, at=work.now)
    if command.name is not None:
        (await work.session.get_one(Procedure, draft.procedure_id)).name = command.name.root
    return draft.revision
