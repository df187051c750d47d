"""An operator finds that two records are of one person: one counts from now on."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import Role
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.merging.join_records import JoinRecords, join_records
from domain.registry.permissions import may_merge
from domain.registry.queries.people import person
from domain.registry.refusals import AlreadyJoined, NotJoinable
from domain.registry.rules.duplicates import are_different
from domain.registry.terms.records import PersonField

Reason = Annotated[str, AfterValidator(str.strip), Field(min_length=10, max_length=500)]


class MergePeople(BaseModel):
    """The record that stays for its history, the one that counts, what that one takes from the former, and why."""

    former_id: UUID
    kept_id: UUID
    takes: frozenset[PersonField] = frozenset()
    reason: Reason


async def merge_people(work: UnitOfWork, operator: Operator, command: MergePeople) -> UUID:
    """Join the two; the merge's id. It can be undone (``undo_merge``).

    Refuses NotAllowed without the role, NotFound where one of the two is not the operator's to know, AlreadyJoined,
    NotJoinable with two different codici fiscali unless a head does it, BusyRecords.
    """
    if not may_merge(operator):
        raise NotAllowed
    former = await person(work, operator, command.former_id)
    kept = await person(work, operator, command.kept_id)
    if former.id != command.former_id or kept.id != command.kept_id:
        raise AlreadyJoined
    if former.id == kept.id or former.ambito_id != kept.ambito_id:
        raise NotFound
    if are_different(former.codice_fiscale, kept.codice_fiscale) and not operator.has(Role.OFFICE_HEAD):
        raise NotJoinable
    joining = JoinRecords(**command.model_dump(), operator_id=operator.operator_id, office_id=operator.office_id)
    async with as_the_program(work, "merge people") as system:
        return await join_records(work, system, joining)
