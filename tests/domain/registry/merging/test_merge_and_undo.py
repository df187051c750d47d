"""Joining two records moves every link; undoing it leaves the database as it was, row by row."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.platform.work import unit_of_work
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.merging.undo_merge import UndoMerge, undo_merge
from domain.registry.terms.records import PersonField
from tests.domain.registry.merging.links import KINDS, Crowd, a_crowd
from tests.support.rules.thorough import examples

REASON = "Ho visto la carta d'identità: è la stessa persona."
ONE = st.integers(0, 2)
LINKS = st.lists(st.tuples(st.sampled_from(KINDS), ONE, ONE, st.integers(0, 5)), max_size=9)
TAKES = st.frozensets(st.sampled_from(list(PersonField)))
MERGES = st.lists(st.tuples(st.permutations(range(3)), TAKES), min_size=1, max_size=2)


async def joined(crowd: Crowd, former: int, kept: int, takes: frozenset[PersonField]) -> UUID:
    command = MergePeople(former_id=crowd.people[former], kept_id=crowd.people[kept], takes=takes, reason=REASON)
    async with unit_of_work(crowd.head, bind=crowd.connection) as work:
        return await merge_people(work, crowd.head, command)


@settings(
    max_examples=examples(12),
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # an example takes half a second: shrinking would take minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(links=LINKS, order=st.permutations(range(3)), takes=st.lists(TAKES, min_size=1, max_size=2))
async def test_after_merging_and_undoing_every_row_is_as_it_was(
    connection: AsyncConnection,
    links: list[tuple[str, int, int, int]],
    order: list[int],
    takes: list[frozenset[PersonField]],
) -> None:
    """One merge, or two in a chain (the record that counted is joined to a third), undone the latest first."""
    savepoint = await connection.begin_nested()
    try:
        crowd = await a_crowd(connection)
        for link in links:
            await crowd.link(*link)
        before = await crowd.whole_database()
        pairs = list(zip(order, order[1:], takes, strict=False))
        merges = [await joined(crowd, former, kept, taken) for former, kept, taken in pairs]
        assert await crowd.whole_database() != before
        for merge_id in reversed(merges):
            async with unit_of_work(crowd.head, bind=connection) as work:
                await undo_merge(work, crowd.head, UndoMerge(merge_id=merge_id, reason=REASON))
        assert await crowd.whole_database() == before
    finally:
        await savepoint.rollback()


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_link_can_be_made(connection: AsyncConnection, kind: str) -> None:
    """Otherwise the property above would say less than it seems."""
    crowd = await a_crowd(connection)
    before = await crowd.whole_database()
    await crowd.link(kind, 0, 1, 1)
    after = await crowd.whole_database()
    assert after != before
