"""Long lists are searched; the shipped ones are kept current."""

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.organization.actions.codes.keep_common_codes import keep_common_codes
from domain.organization.queries.codes import find_codes
from domain.platform.work import unit_of_work
from tests.domain.organization.codes.changes import a_code, changed
from tests.support.given import SYSTEM


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("roma", "Roma"),
        ("forli", "Forlì"),
        ("sant angelo lodi", "Sant'Angelo Lodigiano"),
        ("reggio emil", "Reggio nell'Emilia"),
        ("h501", "Roma"),
        ("L'AQUILA", "L'Aquila"),
    ],
)
async def test_a_comune_is_found_as_people_type_it(
    connection: AsyncConnection, admin: Operator, typed: str, first: str
) -> None:
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        found = await find_codes(work, admin.ente_id, "comuni", typed)
    assert found[0].label == first
    assert len(found) <= 20


@pytest.mark.parametrize("typed", ["", "   ", "'", "%", "_", "zzzz"])
async def test_nothing_typed_finds_nothing(connection: AsyncConnection, admin: Operator, typed: str) -> None:
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        assert await find_codes(work, admin.ente_id, "comuni", typed) == []


async def test_a_comune_that_has_ceased_is_found_only_when_asked_for(
    connection: AsyncConnection, admin: Operator
) -> None:
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        assert await find_codes(work, admin.ente_id, "comuni", "Abbazia") == []
        found = await find_codes(work, admin.ente_id, "comuni", "Abbazia", also_inactive=True)
    assert (found[0].code, found[0].is_active) == ("A009", False)


async def test_a_place_that_an_ente_adds_or_renames_is_found(connection: AsyncConnection, admin: Operator) -> None:
    added = await a_code(connection, admin, "Zollikofen di sotto", list_name="comuni")
    await changed(connection, admin, "A001", label="Terme di Abano", list_name="comuni")
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        assert [row.code for row in await find_codes(work, admin.ente_id, "comuni", "zollik")] == [added]
        assert [row.label for row in await find_codes(work, admin.ente_id, "comuni", "terme di ab")] == [
            "Terme di Abano"
        ]


async def test_the_lists_of_a_release_are_written_once_and_kept_current(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        again = await keep_common_codes(work, SYSTEM)
        assert (again.added, again.changed, again.ended) == (0, 0, 0)
        raw = await work.session.connection()
        await raw.execute(sa.text("UPDATE organization.common_code SET label = 'vecchio' WHERE code = 'H501'"))
        await raw.execute(sa.text("DELETE FROM organization.common_code WHERE code = 'SPONTANEO'"))
        await raw.execute(
            sa.text(
                "UPDATE organization.common_code SET code = 'TOLTO' WHERE code = 'B1' AND list_name = 'lingua_livello'"
            )
        )
    async with unit_of_work(SYSTEM, bind=connection) as work:
        kept = await keep_common_codes(work, SYSTEM)
        assert (kept.added, kept.changed, kept.ended) == (2, 1, 1)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        kept = await keep_common_codes(work, SYSTEM)
        assert (kept.added, kept.changed, kept.ended) == (0, 0, 0)
        gone = await (await work.session.connection()).execute(
            sa.text("SELECT ends_on <= current_date FROM organization.common_code WHERE code = 'TOLTO'")
        )
        assert gone.scalar_one() is True
