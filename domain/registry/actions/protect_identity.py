"""A person's file is hidden from everybody but a few operators."""

from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from domain.kernel.actor import Actor, Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import CASE_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.actions.finding.index_person import index_person
from domain.registry.model.person import ProtectedAccess
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import ProtectionWithoutReaders


class ProtectIdentity(BaseModel):
    """Hide ``person_id``; only ``operator_ids``, and the operator who does it, still see the file."""

    person_id: UUID
    operator_ids: tuple[UUID, ...] = ()


async def protect_identity(work: UnitOfWork, actor: Actor, command: ProtectIdentity) -> None:
    """Hide the person, or add readers to one already hidden.

    Refuses NotFound, NotYourPerson, NotAllowed to operators who follow no cases, ProtectionWithoutReaders.
    """
    hidden = await person_on_record(work, actor, command.person_id)
    readers = set(command.operator_ids)
    if isinstance(actor, Operator):
        if not actor.has(*CASE_ROLES):
            raise NotAllowed
        readers.add(actor.operator_id)
    if not readers:
        raise ProtectionWithoutReaders
    # The readers come first: row-level security checks the hidden row against them.
    for operator_id in sorted(readers):
        access = ProtectedAccess(ente_id=hidden.ente_id, person_id=hidden.id, operator_id=operator_id)
        await work.session.exec(insert(ProtectedAccess).values(access.model_dump()).on_conflict_do_nothing())
    hidden.protect()
    await index_person(work, hidden.id)
