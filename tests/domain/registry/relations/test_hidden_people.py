"""Of hidden people a drawing shows neither a name nor a line nor a number; each lock is tried alone."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.refusals import NotFound
from domain.platform.work import unit_of_work
from domain.registry.actions.relations.add_outsider import AddOutsider, add_outsider
from domain.registry.actions.relations.end_relation import EndRelation, end_relation
from domain.registry.model.relation import Relation
from domain.registry.queries.relations.eco_map_of import eco_map_of
from domain.registry.queries.relations.genogram_of import genogram_of
from domain.registry.queries.relations.rows import between_known
from domain.registry.terms.relations import RelationKind
from tests.support.families import LATER, Family, a_family
from tests.support.given import SYSTEM
from tests.support.personas import FATIMA, ROSA

K = RelationKind


@pytest.fixture
async def family(connection: AsyncConnection) -> Family:
    """Three generations; Rosa has a mother without a record, written down on her pages."""
    found = await a_family(connection)
    await found.three_generations()
    sister = AddOutsider(person_id=found.rosa, to_id=found.rosa, name="La madre di Rosa", relation=K.PARENT)
    await found.do(add_outsider, sister)
    return found


async def count(family: Family, actor: Any, table: str) -> int:
    """How many rows PostgreSQL itself shows to ``actor``."""
    async with unit_of_work(actor, read_only=True, bind=family.connection) as work:
        counted = sa.text(f"SELECT count(*) FROM registry.{table}")
        return (await (await work.session.connection()).execute(counted)).scalar_one()


async def test_who_is_hidden_and_all_that_hangs_on_them_is_not_there(family: Family) -> None:
    hidden = await family.relate(family.davide, K.CONFLICT, family.rosa)
    colleague = await family.hide(family.rosa)
    for actor, people, lines in ((family.worker, 5, 6), (colleague, 3, 3)):
        found = await family.ask(genogram_of, family.davide, LATER, actor=actor)
        assert (len(found.drawing.symbols), len(found.map.relations)) == (people, lines)
    found = await family.ask(genogram_of, family.davide, LATER, actor=colleague)
    assert not any(name in str(found) for name in (ROSA.full_name, "La madre di Rosa", str(family.rosa), str(hidden)))
    ties = await family.ask(eco_map_of, family.davide, LATER, actor=colleague)
    assert ties.map.relations == []
    with pytest.raises(NotFound):
        await family.ask(genogram_of, family.rosa, LATER, actor=colleague)
    with pytest.raises(NotFound):
        await family.do(end_relation, EndRelation(relation_id=hidden, reason="Prova"), colleague)


async def test_row_level_security_alone_hides_relations_and_outsiders(family: Family) -> None:
    colleague = await family.hide(family.rosa)
    assert await count(family, family.worker, "relation") == 5
    assert await count(family, colleague, "relation") == 3
    assert await count(family, family.worker, "outsider") == 1
    assert await count(family, colleague, "outsider") == 0


async def test_the_door_alone_hides_relations(family: Family) -> None:
    colleague = await family.hide(family.rosa)
    async with unit_of_work(SYSTEM, read_only=True, bind=family.connection) as work:
        raw = await work.session.connection()
        for operator, shown in ((family.worker, 5), (colleague, 3)):
            statement = sa.select(sa.func.count()).select_from(Relation).where(between_known(operator))
            assert (await raw.execute(statement)).scalar_one() == shown


async def test_who_works_elsewhere_sees_nothing(family: Family, connection: AsyncConnection) -> None:
    other = await a_family(connection)
    with pytest.raises(NotFound):
        await family.ask(genogram_of, family.davide, LATER, actor=other.worker)
    assert await count(family, other.worker, "relation") == 0


async def test_a_reading_of_the_family_is_noted(family: Family) -> None:
    await family.ask(genogram_of, family.fatima, LATER)
    async with unit_of_work(SYSTEM, read_only=True, bind=family.connection) as work:
        wanted = sa.text("SELECT subject, purpose FROM platform.reading WHERE person_id = :person")
        rows = (await (await work.session.connection()).execute(wanted, {"person": family.fatima})).all()
    assert rows == [("family", "case_work")], FATIMA.full_name
