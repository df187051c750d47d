"""What people are to each other: written, changed, put right, drawn; what was believed before can be read again."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.clock import utcnow
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from domain.registry.actions.relations.add_outsider import AddOutsider, add_outsider
from domain.registry.actions.relations.correct_outsider import CorrectOutsider, correct_outsider
from domain.registry.actions.relations.correct_relation import CorrectRelation, correct_relation
from domain.registry.actions.relations.end_relation import EndRelation, end_relation
from domain.registry.queries.relations.eco_map_of import eco_map_of
from domain.registry.queries.relations.genogram_of import genogram_of
from domain.registry.refusals import ChangedMeanwhile, PeriodReversed, PlaceIsNoRelative, RelationWithOneself
from domain.registry.terms import Kinship
from domain.registry.terms.relations import OutsiderKind, RelationKind
from tests.support import given
from tests.support.families import LATER, START, Family, a_family
from tests.support.given import SYSTEM
from tests.support.personas import DAVIDE, FATIMA, ROSA, YOUSSEF

K = RelationKind


@pytest.fixture
async def family(connection: AsyncConnection) -> Family:
    """Three generations, of whom the younger two live together."""
    found = await a_family(connection)
    await found.three_generations()
    return found


async def told(family: Family, query: Any = genogram_of, day: date = LATER, **more: Any) -> set[tuple[str, str, str]]:
    """The relations of Davide's drawing, in words."""
    found = await family.ask(query, family.davide, day, **more)
    drawn = sorted(key for stroke in found.drawing.strokes for key in stroke.keys)
    assert drawn == sorted(str(row.id) for row in found.map.relations), "the table and the drawing say the same"
    return {(row.one.name, row.kind.value, row.other.name) for row in found.map.relations}


async def test_the_genogram_reaches_from_the_grandmother_to_the_child(family: Family) -> None:
    await family.all_at_home()
    found = await family.ask(genogram_of, family.youssef, LATER)
    assert {figure.name for figure in found.map.figures} == {one.full_name for one in (ROSA, DAVIDE, FATIMA, YOUSSEF)}
    assert found.map.index.name == YOUSSEF.full_name
    assert all(figure.is_at_home for figure in found.map.figures)
    assert [area.style for area in found.drawing.areas] == ["home"]
    assert {figure.name: figure.age for figure in found.map.figures}[YOUSSEF.full_name] == 13


async def test_a_separation_takes_the_place_of_a_marriage_from_its_day_on(family: Family) -> None:
    await family.relate(family.fatima, K.SEPARATED, family.davide, starts_on=LATER)
    assert (DAVIDE.full_name, "married", FATIMA.full_name) in await told(family, day=date(2022, 1, 1))
    assert (FATIMA.full_name, "separated", DAVIDE.full_name) in await told(family)
    assert not [row for row in await told(family) if row[1] == "married"]


async def test_a_correction_keeps_what_was_believed(family: Family) -> None:
    relation = await family.relate(family.davide, K.CONFLICT, family.rosa, starts_on=START)
    before = utcnow()
    right = CorrectRelation(relation_id=relation, kind=K.DISTANT, starts_on=START, reason="Non è un conflitto")
    await family.do(correct_relation, right)
    assert (DAVIDE.full_name, "distant", ROSA.full_name) in await told(family)
    assert (DAVIDE.full_name, "conflict", ROSA.full_name) in await told(family, known_at=before)
    with pytest.raises(ChangedMeanwhile):
        await family.do(correct_relation, right)


async def test_a_relation_ends_or_never_was(family: Family) -> None:
    relation = await family.relate(family.davide, K.CLOSE, family.rosa, starts_on=START)
    with pytest.raises(PeriodReversed):
        end = EndRelation(relation_id=relation, last_day=date(2019, 1, 1), reason="Prova")
        await family.do(end_relation, end)
    await family.do(end_relation, EndRelation(relation_id=relation, last_day=date(2022, 1, 1), reason="Si sono persi"))
    close = (DAVIDE.full_name, "close", ROSA.full_name)
    assert close in await told(family, day=date(2022, 1, 1))
    assert close not in await told(family, day=date(2022, 1, 2))
    other = await family.relate(family.fatima, K.CUT_OFF, family.rosa)
    await family.do(end_relation, EndRelation(relation_id=other, reason="Era un'altra persona"))
    assert not [row for row in await told(family) if row[1] == "cut_off"]


async def test_what_is_refused(family: Family) -> None:
    with pytest.raises(RelationWithOneself):
        await family.relate(family.rosa, K.CLOSE, family.rosa)
    with pytest.raises(PeriodReversed):
        await family.relate(family.rosa, K.CLOSE, family.oksana, starts_on=LATER, ends_on=START)
    school = outsider(family, name="Scuola media", kind=OutsiderKind.SCHOOL, relation=K.PARENT)
    with pytest.raises(PlaceIsNoRelative):
        await family.do(add_outsider, school)
    async with unit_of_work(SYSTEM, bind=family.connection) as work:
        clerk = await given.an_operator(work, family.territory.office_id, (Role.ADMIN_CLERK,))
    with pytest.raises(NotAllowed):
        await family.ask(genogram_of, family.davide, LATER, actor=clerk)


def outsider(family: Family, **facts: Any) -> AddOutsider:
    """Somebody without a record, tied to Davide."""
    return AddOutsider.model_validate({"person_id": family.davide, "to_id": family.davide} | facts)


async def test_a_lost_grandfather_stands_in_the_drawing_without_a_record(family: Family) -> None:
    facts = {"name": "Il padre di Davide", "sex": "M", "birth_year": 1938, "death_year": 1999, "relation": K.PARENT}
    father = await family.do(add_outsider, outsider(family, **facts))
    await family.relate(father, K.WIDOWED, family.rosa)
    found = await family.ask(genogram_of, family.davide, LATER)
    [figure] = [one for one in found.map.figures if one.id == father]
    assert (figure.is_dead, figure.is_on_record, figure.death_year) == (True, False, 1999)
    symbol = next(one for one in found.drawing.symbols if one.key == str(father))
    assert [stroke.style for stroke in symbol.strokes] == ["symbol", "cross"]
    right = CorrectOutsider(outsider_id=father, name="Nonno Aldo", sex="M", reason="Sappiamo il nome")
    await family.do(correct_outsider, right)
    assert {("Nonno Aldo", "parent", DAVIDE.full_name), ("Nonno Aldo", "widowed", ROSA.full_name)} <= await told(family)
    with pytest.raises(ChangedMeanwhile):
        await family.do(correct_outsider, right)


async def test_the_eco_map_shows_places_and_ties_of_the_whole_home(family: Family) -> None:
    await family.live(
        (family.davide, Kinship.REFERENCE), (family.fatima, Kinship.SPOUSE), (family.youssef, Kinship.CHILD)
    )
    school = {"name": "Scuola media", "kind": OutsiderKind.SCHOOL, "relation": K.CLOSE, "to_id": family.youssef}
    await family.do(add_outsider, outsider(family, **school))
    await family.relate(family.davide, K.CONFLICT, family.rosa)
    await family.relate(family.rosa, K.CLOSE, family.oksana)
    found = await told(family, eco_map_of)
    assert found == {
        ("Scuola media", "close", YOUSSEF.full_name),
        (DAVIDE.full_name, "conflict", ROSA.full_name),
    }, "the ties of who lives elsewhere are not Davide's"


async def test_nonsense_does_not_stop_the_drawing(family: Family) -> None:
    await family.relate(family.youssef, K.ADOPTIVE_PARENT, family.rosa)
    found: Any = await family.ask(genogram_of, family.davide, LATER)
    assert len(found.map.figures) == 4
