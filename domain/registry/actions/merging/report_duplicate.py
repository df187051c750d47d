"""An operator has two records in front of them that the program has not put together."""

from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.work import UnitOfWork
from domain.registry.actions.merging.note_pairs import NotePairs, note_pairs
from domain.registry.model.merge import DuplicateCandidate
from domain.registry.permissions import may_merge
from domain.registry.queries.people import person


class ReportDuplicate(BaseModel):
    """The two records, in any order."""

    first_id: UUID
    second_id: UUID


async def report_duplicate(work: UnitOfWork, operator: Operator, command: ReportDuplicate) -> UUID:
    """Put the pair on the review list, whatever its score; its id there. Refuses NotAllowed, NotFound."""
    if not may_merge(operator):
        raise NotAllowed
    one = await person(work, operator, command.first_id)
    other = await person(work, operator, command.second_id)
    if one.id == other.id or one.ambito_id != other.ambito_id:
        raise NotFound
    first, second = sorted((one.id, other.id))
    await note_pairs(work, NotePairs(pairs=((first, second),), at_least=0))
    wanted = select(DuplicateCandidate.id).where(
        col(DuplicateCandidate.first_id) == first, col(DuplicateCandidate.second_id) == second
    )
    return (await work.session.exec(wanted)).one()
