"""Take a transition out of a draft."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.change_draft import ChangeDraft, change_draft
from domain.procedure.queries.versions import version_to_design
from domain.procedure.rules.definition import Key, ProcedureDefinition
from domain.procedure.rules.editing import without_transition


class RemoveTransition(BaseModel):
    """Which transition of which draft, as seen at which revision."""

    version_id: UUID
    seen_revision: int
    key: Key


async def remove_transition(work: UnitOfWork, operator: Operator, command: RemoveTransition) -> None:
    """The transition is gone; one that is gone already stays so. Refuses what ``change_draft`` refuses."""
    draft = await version_to_design(work, operator, command.version_id)
    left = without_transition(ProcedureDefinition.model_validate(draft.definition), command.key)
    change = ChangeDraft(version_id=command.version_id, seen_revision=command.seen_revision, definition=left)
    await change_draft(work, operator, change)
