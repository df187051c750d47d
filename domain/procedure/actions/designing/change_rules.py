"""What holds for the whole procedure: its name, where it starts, its term, the law that spares the notice."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.change_draft import ChangeDraft, change_draft
from domain.procedure.queries.versions import version_to_design
from domain.procedure.rules.definition import Key, ProcedureDefinition

Ground = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
LONGEST_TERM = 3650


class ChangeRules(BaseModel):
    """Of which draft, as seen at which revision; the fields are those of the definition."""

    version_id: UUID
    seen_revision: int
    name: Localised
    start: Key
    is_started_by_citizen: bool = False
    exempt_from_notice: Ground = ""
    term_days: int | None = Field(default=None, ge=1, le=LONGEST_TERM)
    term_ground: Ground = ""


async def change_rules(work: UnitOfWork, operator: Operator, command: ChangeRules) -> None:
    """The rules as they are now. The name is new at once, also for what is in force.

    Refuses Invalid where there is no such state, and what ``change_draft`` refuses.
    """
    draft = await version_to_design(work, operator, command.version_id)
    before = ProcedureDefinition.model_validate(draft.definition)
    if command.start not in {state.key for state in before.states}:
        raise Invalid({"start": _("Scegli una delle risposte.")})
    rules = command.model_dump(
        include={"start", "is_started_by_citizen", "exempt_from_notice", "term_days", "term_ground"}
    )
    change = ChangeDraft(
        version_id=command.version_id,
        seen_revision=command.seen_revision,
        definition=before.model_copy(update=rules),
        name=command.name,
    )
    await change_draft(work, operator, change)
