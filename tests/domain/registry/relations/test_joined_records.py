"""Two records of one person become one: drawings show one sign for them, and undoing brings both back."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.platform.work import unit_of_work
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.merging.undo_merge import UndoMerge, undo_merge
from domain.registry.queries.households.household_on import household_on
from domain.registry.queries.relations.genogram_of import genogram_of
from domain.registry.terms import HouseholdKind, Kinship
from domain.registry.terms.relations import RelationKind
from tests.support import given
from tests.support.families import LATER, Family, a_family
from tests.support.given import SYSTEM
from tests.support.personas import DAVIDE, ROSA

K = RelationKind
WHY = "Ho visto la carta d'identità: è la stessa persona."


async def lines(family: Family) -> set[tuple[Any, str, Any]]:
    """The relations of Fatima's drawing, by id."""
    found = await family.ask(genogram_of, family.fatima, LATER)
    assert len({figure.name for figure in found.map.figures}) == len(found.map.figures), "everybody once"
    return {(row.one.id, row.kind.value, row.other.id) for row in found.map.relations}


async def test_a_person_written_down_twice_is_drawn_once_with_the_ties_of_both(connection: AsyncConnection) -> None:
    family = await a_family(connection)
    await family.three_generations()
    async with unit_of_work(SYSTEM, bind=connection) as work:
        again = await given.a_person(work, family.territory, DAVIDE, codice_fiscale=None, given_name="Davide Maria")
    twice = {"person_id": again}
    await family.relate(again, K.PARENT, family.youssef, **twice)
    await family.relate(again, K.CONFLICT, family.rosa, **twice)
    await family.relate(again, K.CLOSE, family.davide, **twice)
    await family.relate(again, K.SEPARATED, family.fatima, **twice)
    await family.live((again, Kinship.REFERENCE), (family.oksana, Kinship.NOT_RELATED), kind=HouseholdKind.ISEE)
    before = await lines(family)
    merge_id = await family.do(merge_people, MergePeople(former_id=again, kept_id=family.davide, reason=WHY))
    assert await lines(family) == {
        (family.rosa, "parent", family.davide),
        (family.davide, "married", family.fatima),
        (family.davide, "parent", family.youssef),
        (family.fatima, "parent", family.youssef),
        (family.davide, "conflict", family.rosa),
    }, f"the tie with {ROSA.full_name} came over, what was there already stayed"
    sheet = await family.ask(household_on, again, HouseholdKind.ISEE, LATER)
    assert sheet.reference.person_id == family.davide, "asked for the former record, the one that counts answers"
    await family.do(undo_merge, UndoMerge(merge_id=merge_id, reason=WHY))
    assert await lines(family) == before
