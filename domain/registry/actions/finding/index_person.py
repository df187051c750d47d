"""Somebody can be found by what they are known by now."""

from uuid import UUID

from domain.platform.work import UnitOfWork
from domain.registry.actions.finding.index_people import IndexPeople, index_people


async def index_person(work: UnitOfWork, person_id: UUID) -> None:
    """Make the index of one person anew: called by every action that changes a name, code, contact or protection.

    Cheap, and harmless when nothing has changed. Two records become one: it is called for both.
    """
    await index_people(work, IndexPeople(person_ids=(person_id,)))
