"""A fact that is believed, and its person, locked: the only door to change one."""

from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.model.person import Person
from domain.registry.permissions import may_read
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import ChangedMeanwhile, NotYourSection


async def fact_to_change(work: UnitOfWork, operator: Operator, fact_id: UUID) -> tuple[Fact, Person]:
    """The fact and whose it is. Refuses NotFound, NotYourSection, and ChangedMeanwhile: not believed any more."""
    owner = (await work.session.exec(select(Fact.person_id).where(col(Fact.id) == fact_id))).one_or_none()
    if owner is None:
        raise NotFound
    known = await person_on_record(work, operator, owner)
    fact = (await work.session.exec(select(Fact).where(col(Fact.id) == fact_id))).one()
    if not may_read(operator, fact.kind):
        raise NotYourSection
    if not fact.is_believed:
        raise ChangedMeanwhile
    return fact, known
