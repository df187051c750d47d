"""What happens to the registry later: people registered before the index existed enter it."""

from domain.kernel.actor import System
from domain.platform.work import Bind, unit_of_work
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.queries.finding.people_unindexed import people_unindexed

WHO = System("index people")
MOST_CHUNKS = 200


async def index_missing_people(*, bind: Bind | None = None) -> None:
    """Let everybody be found who cannot yet, at most a hundred thousand a night; a chunk is a transaction."""
    for _ in range(MOST_CHUNKS):
        async with unit_of_work(WHO, bind=bind) as work:
            ids = await people_unindexed(work)
            if not ids:
                return
            await index_people(work, IndexPeople(person_ids=ids))


JOBS = {"index_missing_people": index_missing_people}
