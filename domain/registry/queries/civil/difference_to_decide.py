"""A difference and its person, both locked: the only door to decide on one."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.registry.model.difference import Difference
from domain.registry.model.person import Person
from domain.registry.queries.people import person
from domain.registry.refusals import DifferenceDecided
from domain.registry.terms.civil import DifferenceStatus


async def difference_to_decide(work: UnitOfWork, operator: Operator, difference_id: UUID) -> tuple[Difference, Person]:
    """The difference and whose it is. Refuses NotFound, and DifferenceDecided."""
    owner = await person_of_difference(work, operator, difference_id)
    known = await person(work, operator, owner, for_update=True)
    found = (await work.session.exec(select(Difference).where(col(Difference.id) == difference_id))).one()
    if found.status is not DifferenceStatus.OPEN:
        raise DifferenceDecided
    return found, known


async def person_of_difference(work: UnitOfWork, operator: Operator, difference_id: UUID) -> UUID:
    """Whose difference it is. Refuses NotFound."""
    wanted = select(Difference.person_id).where(
        col(Difference.id) == difference_id, col(Difference.ente_id).in_(operator.enti)
    )
    owner = (await work.session.exec(wanted)).one_or_none()
    if owner is None or not operator.has(*DESK_ROLES):
        raise NotFound
    return owner
