"""What hangs on a person, table by table: before something changes for all of it."""

from uuid import UUID

from domain.kernel.actor import Operator
from domain.platform.rows.references import count_references
from domain.platform.work import UnitOfWork
from domain.registry.queries.merging.merges import NO_LINKS
from domain.registry.queries.people import person


async def links_of(work: UnitOfWork, operator: Operator, person_id: UUID) -> dict[str, int]:
    """How many rows of each table are about the person, as far as ``operator`` may see them. Refuses NotFound."""
    found = await person(work, operator, person_id)
    counted = await count_references(work, "registry.person", (found.id,))
    return {one.table: times[found.id] for one, times in counted.items() if one.table not in NO_LINKS}
