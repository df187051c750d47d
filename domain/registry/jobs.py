"""What the registry does at night: the index, the search for double records, the questions to the civil registry."""

from datetime import date
from uuid import UUID

from domain.kernel.actor import System
from domain.kernel.clock import day_of, utcnow
from domain.kernel.refusals import NotFound
from domain.platform.observability import log
from domain.platform.work import Bind, unit_of_work
from domain.registry.actions.civil.check_person import PROGRAM, CheckPerson, check_person
from domain.registry.actions.finding.index_people import IndexPeople, index_people
from domain.registry.actions.merging import find_duplicates as finding
from domain.registry.gateways.civil_registry.client import is_connected
from domain.registry.queries.civil.watched import watched
from domain.registry.queries.finding.people_unindexed import people_unindexed
from domain.registry.refusals import NobodyInRegistry, RegistryUnavailable, RegistryUnreadable

WHO = System("index people")
SEARCH = System("find duplicates")
MOST_CHUNKS = 200
CHUNK = 10
"""People a job asks about: two calls each, of at most ten seconds, stay within the time a job may take."""
NIGHT = System("nightly variations")


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


class RegistryAway(Exception):
    """The civil registry does not answer: the job is tried again later, from where it stopped."""


async def ask_variations(*, bind: Bind | None = None) -> None:
    """Begin tonight's round, where a civil registry is connected."""
    if not is_connected():
        return
    async with unit_of_work(NIGHT, bind=bind) as work:
        await work.defer("ask_variations_of", day_of(utcnow()).isoformat())


async def ask_variations_of(day: str, after: str | None = None, *, bind: Bind | None = None) -> int:
    """Ask about some of the watched people, and have the next ones asked; say how many were asked.

    Each answer is written in a transaction of its own. Stopped anywhere and run again, it goes on with those who have
    not been asked since ``day``. Raises ``RegistryAway``, so that the queue tries again later.
    """
    async with unit_of_work(NIGHT, read_only=True, bind=bind) as work:
        people = await watched(work, date.fromisoformat(day), after=UUID(after) if after else None, most=CHUNK)
    for one in people:
        try:
            await check_person(PROGRAM, CheckPerson(person_id=one.person_id, practice=one.practice), bind=bind)
        except (NobodyInRegistry, RegistryUnreadable, NotFound):
            continue
        except RegistryUnavailable:
            raise RegistryAway from None
    if len(people) == CHUNK:
        async with unit_of_work(NIGHT, bind=bind) as work:
            await work.defer("ask_variations_of", day, str(people[-1].person_id))
    log.info("variations_asked", people=len(people))
    return len(people)


JOBS = {
    "index_missing_people": index_missing_people,
    "find_duplicates": find_duplicates,
    "find_duplicates_of": find_duplicates_of,
    "ask_variations": ask_variations,
    "ask_variations_of": ask_variations_of,
}
