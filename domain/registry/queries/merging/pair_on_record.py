"""The door by which the program takes two records at once, to join them or to tell them apart."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.person import Person


async def pair_on_record(work: UnitOfWork, first_id: UUID, second_id: UUID) -> tuple[Person, Person]:
    """Both records, and those joined to them before, locked: until we are done nobody adds a link to them.

    Fails at once where somebody else has one of them: to be asked within ``without_holding_up``. Refuses NotFound, also
    for a record with itself.
    """
    pair = (first_id, second_id)
    wanted = select(Person).where(sa.or_(col(Person.id).in_(pair), col(Person.same_as_id).in_(pair)))
    locked = wanted.order_by(col(Person.id)).with_for_update(nowait=True).execution_options(populate_existing=True)
    found = {one.id: one for one in (await work.session.exec(locked)).all()}
    if first_id == second_id or not {first_id, second_id} <= found.keys():
        raise NotFound
    return found[first_id], found[second_id]
