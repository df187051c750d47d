"""Who may change a coded list, and what is refused."""

from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.organization.queries.codes import codes_of
from domain.organization.refusals import CodeNotYours, CodeTaken, NotAnAdministrator
from domain.platform.work import unit_of_work
from tests.domain.organization.codes.changes import TODAY, a_code, changed, known, off, on
from tests.support import given
from tests.support.given import SYSTEM, Territory


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"parent": "ABITARE.SFRATTO"}, "parent"),
        ({"parent": "NIENTE"}, "parent"),
        ({"list_name": "accesso_motivo", "parent": "SPONTANEO"}, "parent"),
        ({"common_code": "NIENTE"}, "common_code"),
        ({"starts_on": date(2026, 5, 2), "ends_on": date(2026, 5, 1)}, "ends_on"),
    ],
)
async def test_what_does_not_fit_is_told_beside_its_field(
    connection: AsyncConnection, admin: Operator, facts: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await a_code(connection, admin, "Prova", **facts)
    assert list(refused.value.fields) == [field]


async def test_a_local_code_is_no_common_one(connection: AsyncConnection, admin: Operator) -> None:
    first = await a_code(connection, admin, "Primo")
    with pytest.raises(Invalid):
        await a_code(connection, admin, "Secondo", common_code=first)


async def test_a_code_is_taken_once_in_the_whole_line(
    connection: AsyncConnection, admin: Operator, ambito_admin: Operator
) -> None:
    for code in ("ABITARE", await a_code(connection, ambito_admin, "Dell'ambito")):
        with pytest.raises(CodeTaken):
            await a_code(connection, admin, "Altro", code=code)
    own = await a_code(connection, admin, "Del comune")
    with pytest.raises(CodeTaken):
        await a_code(connection, ambito_admin, "Altro", code=own)
    assert await a_code(connection, admin, "Del comune") == f"{own}_2"


async def test_of_an_inherited_code_only_the_words_change(connection: AsyncConnection, admin: Operator) -> None:
    with pytest.raises(CodeNotYours):
        await changed(connection, admin, "ABITARE.AFFITTO", label="Affitto", common_code="ECONOMIA.DEBITI")


async def test_the_mapping_of_an_own_code_may_be_put_right(connection: AsyncConnection, admin: Operator) -> None:
    code = await a_code(connection, admin, "Gas", common_code="ECONOMIA.DEBITI")
    await changed(connection, admin, code, label="Gas", common_code="ECONOMIA.UTENZE")
    row = await known(connection, admin, code)
    assert row is not None
    assert row.common_code == "ECONOMIA.UTENZE"
    with pytest.raises(Invalid):
        await changed(connection, admin, code, label="Gas", common_code="NIENTE")


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.PLANNER])
async def test_who_administers_nothing_changes_nothing(
    connection: AsyncConnection, territory: Territory, role: Role
) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        worker = await given.an_operator(work, territory.office_id, [role])
    for attempt in (
        a_code(connection, worker, "Prova"),
        changed(connection, worker, "ABITARE", label="Prova"),
        off(connection, worker, "ABITARE", TODAY),
        on(connection, worker, "ABITARE", TODAY),
    ):
        with pytest.raises(NotAnAdministrator):
            await attempt


async def test_a_comune_changes_neither_its_neighbour_nor_its_ambito(
    connection: AsyncConnection, territory: Territory, admin: Operator
) -> None:
    for ente_id in (territory.neighbour_id, territory.ambito_id):
        with pytest.raises((NotAnAdministrator, NotFound)):
            await a_code(connection, admin, "Prova", ente_id=ente_id)


async def test_the_database_alone_keeps_the_lists_of_others(
    connection: AsyncConnection, territory: Territory, admin: Operator, ambito_admin: Operator
) -> None:
    await a_code(connection, ambito_admin, "Dell'ambito")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        far = await given.a_territory(work)
        stranger = await given.an_operator(work, far.office_id, [Role.ENTE_ADMIN])
    count = "SELECT count(*) FROM organization.local_code"
    assert await asked(connection, stranger, count) == 0
    assert await asked(connection, admin, count) == 1
    assert await asked(connection, admin, "UPDATE organization.local_code SET label = 'x' RETURNING 1") is None
    assert await asked(connection, admin, "UPDATE organization.common_code SET label = 'x' RETURNING 1") is None
    with pytest.raises(ProgrammingError, match="row-level security"):
        await asked(
            connection,
            ambito_admin,
            "INSERT INTO organization.common_code (id, created_at, list_name, code, label, searched, position,"
            " is_historic, source, attributes) VALUES (gen_random_uuid(), now(), 'bisogno', 'X', 'x', ' x', 1, false,"
            " 'ours', '{}')",
        )


async def test_a_long_list_is_never_given_whole(connection: AsyncConnection, admin: Operator) -> None:
    async with unit_of_work(admin, read_only=True, bind=connection) as work:
        with pytest.raises(ValueError, match="comuni"):
            await codes_of(work, admin.ente_id, ["comuni"])


async def asked(connection: AsyncConnection, actor: Operator, statement: str) -> object:
    async with unit_of_work(actor, bind=connection) as work:
        return (await (await work.session.connection()).execute(sa.text(statement))).scalar()
