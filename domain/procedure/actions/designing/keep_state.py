"""Add a state to a draft, or change one."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.change_draft import ChangeDraft, change_draft
from domain.procedure.queries.versions import version_to_design
from domain.procedure.rules.definition import LONGEST_WAIT, Key, ProcedureDefinition, State
from domain.procedure.rules.editing import key_from, with_state
from domain.procedure.terms import Clock, StateKind


class KeepState(BaseModel):
    """In which draft, as seen at which revision; ``key`` None: a new one, whose key is made of its Italian name."""

    version_id: UUID
    seen_revision: int
    key: Key | None = None
    name: Localised
    told: Localised | None = None
    kind: StateKind
    is_final: bool = False
    clock: Clock = Clock.RUNNING
    task: Localised | None = None
    days: int | None = Field(default=None, ge=1, le=LONGEST_WAIT)


async def keep_state(work: UnitOfWork, operator: Operator, command: KeepState) -> str:
    """The key of the state. Refuses NotFound, TooLarge, and what ``change_draft`` refuses."""
    draft = await version_to_design(work, operator, command.version_id)
    before = ProcedureDefinition.model_validate(draft.definition)
    known = [state.key for state in before.states]
    if command.key is not None and command.key not in known:
        raise NotFound
    key = command.key or key_from(command.name.in_("it"), known, "stato")
    kept = State(key=key, **{name: getattr(command, name) for name in State.model_fields if name != "key"})
    change = ChangeDraft(
        version_id=command.version_id, seen_revision=command.seen_revision, definition=with_state(before, kept)
    )
    await change_draft(work, operator, change)
    return key
