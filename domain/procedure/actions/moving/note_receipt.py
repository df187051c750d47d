"""The day on which the citizen received a request or a notice is known."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor, Citizen
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.settle_deadline import settle_deadline
from domain.procedure.queries.deadline_of import answer_due_on, term_facts
from domain.procedure.queries.definitions import definition_of
from domain.procedure.queries.proceedings import proceeding
from domain.procedure.refusals import NotSuspended
from domain.procedure.terms import PauseKind


class NoteReceipt(BaseModel):
    """Of which proceeding, and the day: of the receipt of delivery, or of the reading in the personal area."""

    proceeding_id: UUID
    served_on: date


async def note_receipt(work: UnitOfWork, actor: Actor, command: NoteReceipt) -> date | None:
    """From this day the citizen's days run, and a notice stops the office's term; the citizen's last day.

    For the offices and the program. Refuses NotAllowed, NotFound, NotSuspended, Invalid on a day before it was sent or
    in the future.
    """
    if isinstance(actor, Citizen):
        raise NotAllowed
    found = await proceeding(work, actor, command.proceeding_id, for_update=True)
    facts = await term_facts(work, found)
    waiting = facts.waiting
    if waiting is None or waiting.kind is PauseKind.OTHER:
        raise NotSuspended
    if not waiting.starts_on <= command.served_on <= work.today:
        raise Invalid({"served_on": _("Scrivi un giorno tra l'invio e oggi.")})
    definition = await definition_of(work, found.procedure_version_id)
    waiting.served_on = command.served_on
    found.version += 1
    await settle_deadline(work, found, definition)
    return answer_due_on(definition.state(found.state), facts)
