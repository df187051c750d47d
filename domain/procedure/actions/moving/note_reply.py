"""The citizen has answered what a proceeding waits for."""

from uuid import UUID

from pydantic import BaseModel

from domain.kernel.actor import Actor, Citizen
from domain.platform.work import UnitOfWork
from domain.procedure.actions.moving.make_passage import Move, make_passage
from domain.procedure.queries.definitions import definition_of
from domain.procedure.queries.proceedings import proceeding_about
from domain.procedure.terms import MoverKind, Trigger


class NoteReply(BaseModel):
    """About what: an application, whose missing documents or observations have arrived."""

    subject_id: UUID


async def note_reply(work: UnitOfWork, actor: Actor, command: NoteReply) -> UUID | None:
    """Make the transition that the present state has for an answer; None when it has none. Refuses NotFound.

    Called by whoever receives the answer, in the same transaction.
    """
    found = await proceeding_about(work, actor, command.subject_id, for_update=True)
    definition = await definition_of(work, found.procedure_version_id)
    transition = definition.automatic(found.state, Trigger.ON_REPLY)
    if transition is None:
        return None
    is_citizen = isinstance(actor, Citizen)
    move = Move(
        MoverKind.CITIZEN if is_citizen else MoverKind.PROGRAM,
        actor.person_id if is_citizen else None,
        Trigger.ON_REPLY,
        is_reply=True,
    )
    return await make_passage(work, found, definition, transition, move)
