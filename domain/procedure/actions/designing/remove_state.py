"""Take a state out of a draft."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.change_draft import ChangeDraft, change_draft
from domain.procedure.queries.versions import version_to_design
from domain.procedure.rules.definition import Key, ProcedureDefinition
from domain.procedure.rules.editing import without_state


class RemoveState(BaseModel):
    """Which state of which draft, as seen at which revision."""

    version_id: UUID
    seen_revision: int
    key: Key


async def remove_state(work: UnitOfWork, operator: Operator, command: RemoveState) -> None:
    """The state is gone, and every transition from it or to it. Refuses StartIsNeeded, and what ``change_draft``

    refuses; a state that is gone already stays so.
    """
    draft = await version_to_design(work, operator, command.version_id)
    left = without_state(ProcedureDefinition.model_validate(draft.definition), command.key)
    change = ChangeDraft(version_id=command.version_id, seen_revision=command.seen_revision, definition=left)
    await change_draft(work, operator, change)
