"""For whom a citizen may act."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import Citizen
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork
from domain.registry.queries.people_represented_by import people_represented_by


@dataclass(frozen=True)
class RepresentedPerson:
    """Somebody for whom the citizen acts, and by which title."""

    person_id: UUID
    full_name: str
    title: Text


async def represented_people(work: UnitOfWork, citizen: Citizen) -> Sequence[RepresentedPerson]:
    """Children and protected people of the citizen, today."""
    rows = await people_represented_by(work, citizen.person_id, work.today)
    return [RepresentedPerson(row.person_id, row.full_name, row.kind.label) for row in rows]


def may_act_for(citizen: Citizen, person_id: UUID) -> bool:
    """Whether the citizen may act for ``person_id``: oneself, or somebody represented now."""
    return person_id in citizen.people
