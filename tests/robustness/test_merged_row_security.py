"""PostgreSQL alone shows pairs, merges and old codes to who may know of the people, and nobody the journal."""

from dataclasses import replace
from uuid import UUID

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.documents.actions.register_protocollo import RegisterProtocollo, register_protocollo
from domain.documents.terms import Direction
from domain.kernel.actor import Actor, Operator, Visitor
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.migrations.same_person import EXCEPT, TRIGGER
from domain.platform.work import unit_of_work
from domain.registry.actions.merging.merge_people import MergePeople, merge_people
from domain.registry.actions.merging.replace_code import ReplaceCode, replace_code
from domain.registry.actions.merging.report_duplicate import ReportDuplicate, report_duplicate
from domain.registry.actions.protect_identity import ProtectIdentity, protect_identity
from tests.support.given import SYSTEM, Territory, a_citizen, a_person, a_territory, an_operator
from tests.support.personas import DAVIDE, FATIMA, ROSA

WHY = "Ho visto la carta d'identità: è la stessa persona."
TABLES = ("registry.duplicate_candidate", "registry.merge", "registry.former_code")


async def seen(connection: AsyncConnection, actor: Actor, table: str, where: str = "true") -> int:
    async with connection.begin_nested() as savepoint:
        await connection.run_sync(tell, actor)
        found = (await connection.execute(sa.text(f"SELECT count(*) FROM {table} WHERE {where}"))).scalar_one()
        await savepoint.rollback()
        return found


async def rosa_was_twice(connection: AsyncConnection) -> tuple[Territory, Operator, UUID, UUID]:
    """Rosa's two records are joined; the former one has a line in the protocollo. Her provisional code was replaced."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,))
        former = await a_person(work, territory, codice_fiscale=None)
        kept = await a_person(work, territory, codice_fiscale="90000000019")
        command = RegisterProtocollo(
            ente_id=territory.comune_id,
            person_id=former,
            about_id=former,
            subject="Domanda",
            direction=Direction.INCOMING,
        )
        await register_protocollo(work, command)
    async with unit_of_work(head, bind=connection) as work:
        code = ReplaceCode(person_id=kept, codice_fiscale=ROSA.codice_fiscale, reason="Tesserino visto allo sportello.")
        await replace_code(work, head, code)
        await report_duplicate(work, head, ReportDuplicate(first_id=former, second_id=kept))
        await merge_people(work, head, MergePeople(former_id=former, kept_id=kept, reason=WHY))
    return territory, head, former, kept


async def test_pairs_merges_and_old_codes_are_for_who_may_know_of_the_person(connection: AsyncConnection) -> None:
    territory, head, _former, kept = await rosa_was_twice(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        neighbour = await an_operator(work, territory.neighbour_office_id, (Role.OFFICE_HEAD,))
        colleague = await an_operator(work, territory.office_id)
    for table in TABLES:
        assert await seen(connection, head, table) == 1, table
        assert await seen(connection, colleague, table) == 1, table
        assert await seen(connection, neighbour, table) == 0, table
        assert await seen(connection, Visitor(territory.family), table) == 0, table
        assert await seen(connection, a_citizen(territory, kept), table) == 0, table
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=kept, operator_ids=(head.operator_id,)))
    for table in TABLES:
        assert await seen(connection, head, table) == 1, table
        assert await seen(connection, colleague, table) == 0, table


async def test_the_journal_of_a_merge_is_for_the_program_and_never_changed(connection: AsyncConnection) -> None:
    _territory, head, _former, _kept = await rosa_was_twice(connection)
    assert await seen(connection, SYSTEM, "registry.merge_change") > 0
    assert await seen(connection, head, "registry.merge_change") == 0
    await connection.run_sync(tell, SYSTEM)
    for statement in ("UPDATE registry.merge_change SET before = NULL", "DELETE FROM registry.merge"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with connection.begin_nested():
                await connection.execute(sa.text(statement))


async def test_what_was_written_under_the_former_record_is_ones_own_and_nobody_elses(
    connection: AsyncConnection,
) -> None:
    territory, _head, former, kept = await rosa_was_twice(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        stranger = a_citizen(territory, await a_person(work, territory, FATIMA))
    rosa = a_citizen(territory, kept)
    where = f"person_id = '{former}'"
    assert await seen(connection, rosa, "documents.protocollo", where) == 1
    assert await seen(connection, replace(stranger, acts_for=(kept,)), "documents.protocollo", where) == 1
    assert await seen(connection, stranger, "documents.protocollo", where) == 0


async def test_protection_wins_for_the_readers_of_both(connection: AsyncConnection) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        head = await an_operator(work, territory.office_id, (Role.OFFICE_HEAD,))
        other = await an_operator(work, territory.office_id, names="Altra Lettrice")
        outsider = await an_operator(work, territory.office_id, names="Non Nominata")
        former = await a_person(work, territory, DAVIDE, codice_fiscale=None)
        kept = await a_person(work, territory, DAVIDE)
        readers = (head.operator_id, other.operator_id)
        await protect_identity(work, SYSTEM, ProtectIdentity(person_id=former, operator_ids=readers))
    async with unit_of_work(head, bind=connection) as work:
        await merge_people(work, head, MergePeople(former_id=former, kept_id=kept, reason=WHY))
    for person_id in (former, kept):
        where = f"id = '{person_id}'"
        assert await seen(connection, head, "registry.person", where) == 1
        assert await seen(connection, other, "registry.person", where) == 1
        assert await seen(connection, outsider, "registry.person", where) == 0


def test_every_key_to_a_person_follows_records_that_were_joined(database_url_owner: str) -> None:
    with psycopg.connect(database_url_owner) as owner:
        without = owner.execute(
            "SELECT key.conrelid::regclass::text, array_agg(field.attname::text) FROM pg_constraint key"
            " JOIN pg_attribute field ON field.attrelid = key.conrelid AND field.attnum = key.conkey[1]"
            " WHERE key.contype = 'f' AND key.confrelid = 'registry.person'::regclass"
            " GROUP BY key.conrelid HAVING count(*) <> coalesce((SELECT there.tgnargs FROM pg_trigger there"
            " WHERE there.tgrelid = key.conrelid AND there.tgname = %s AND there.tgenabled = 'O'), 0)",
            (TRIGGER,),
        ).fetchall()
    assert {table for table, _fields in without} == set(EXCEPT)
