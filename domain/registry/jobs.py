"""What happens to the registry later: who is not in the index enters it, records of one person are looked for."""

from uuid import UUID

from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.actions.merging import find_duplicates as finding
from domain.registry.queries.finding.people_unindexed import people_unindexed

WHO = System("index people")
SEARCH = System("find duplicates")
MOST_CHUNKS = 200


async def index_missing_people(*, bind: Bind | None = None) -> None:
    """Let everybody be found who cannot yet, at most a hundred thousand a night; a chunk is a transaction."""
    for _ in range(MOST_CHUNKS):
        async with unit_of_work(WHO, bind=bind) as work:
            ids = await people_unindexed(work)
            if not ids:
                return
            await index_people(work, IndexPeople(person_ids=ids))


async def find_duplicates(after: str = "", *, bind: Bind | None = None) -> None:
    """Look for records of one person among some hundreds of people, then queue the step that comes next."""
    async with unit_of_work(SEARCH, bind=bind) as work:
        command = finding.FindDuplicates(after=UUID(after) if after else None)
        reached = await finding.find_duplicates(work, SEARCH, command)
        if reached is not None:
            await work.defer("find_duplicates", str(reached))


async def find_duplicates_of(person_id: str, *, bind: Bind | None = None) -> None:
    """Look for other records of somebody who has just been registered."""
    async with unit_of_work(SEARCH, bind=bind) as work:
        await finding.find_duplicates(work, SEARCH, finding.FindDuplicates(person_id=UUID(person_id)))


JOBS = {
    "index_missing_people": index_missing_people,
    "find_duplicates": find_duplicates,
    "find_duplicates_of": find_duplicates_of,
}
