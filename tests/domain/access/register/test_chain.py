"""Whoever changes, removes or adds a row is found out, the owner of the tables too; age alone removes rows."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from structlog.testing import capture_logs

from domain.access.jobs import check_register, check_register_chain, prune_register
from domain.access.model.transaction import COVERED
from domain.access.rules.register_chain import Wrong
from domain.platform.work import unit_of_work
from tests.domain.access.register.book import Book, an_entry
from tests.support.database.committed import swept
from tests.support.given import SYSTEM, a_territory

RECORD = "access.transaction_record"


@pytest.fixture
async def book(engine: AsyncEngine, database_url_owner: str) -> AsyncIterator[Book]:
    """Five messages of one sign-in, written for good: rows 1 to 5 of one chain."""
    async with swept(database_url_owner):
        async with unit_of_work(SYSTEM, bind=engine) as work:
            ente_id = (await a_territory(work)).ambito_id
        kept = Book(engine)
        for _ in range(5):
            await kept.write(an_entry(ente_id=ente_id))
        yield kept


@pytest.fixture
def owner(database_url_owner: str, book: Book) -> Iterator[psycopg.Connection[Any]]:
    """A hand that owns the tables."""
    with psycopg.connect(database_url_owner, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


CHANGES = {
    "id": "gen_random_uuid()",
    "chain": "(chain + 1) % 8",
    "sequence": "sequence + 100",
    "created_at": "created_at + interval '1 second'",
    "ente_id": "NULL",
    "way": "'cie'",
    "step": "'token_request'",
    "is_success": "false",
    "sealed_body": "set_byte(sealed_body, 150, get_byte(sealed_body, 150) # 1)",
    "key_id": "'other'",
}


@pytest.mark.parametrize("column", [*COVERED, "row_hash"])
async def test_a_change_in_any_column_is_found(book: Book, owner: psycopg.Connection[Any], column: str) -> None:
    assert await book.damage() == []
    changed = CHANGES.get(column, f"{column} || 'x'")
    done = owner.execute(f"UPDATE {RECORD} SET {column} = {changed} WHERE sequence = 3")  # pyright: ignore
    assert done.rowcount == 1
    assert await book.damage() != []


@pytest.mark.parametrize("sequence", [1, 3, 5])
async def test_a_row_that_is_removed_is_missed(book: Book, owner: psycopg.Connection[Any], sequence: int) -> None:
    owner.execute(f"DELETE FROM {RECORD} WHERE sequence = {sequence}")  # pyright: ignore
    (found,) = await book.damage()
    assert found.wrong is (Wrong.CUT if sequence == 5 else Wrong.REMOVED)


async def test_a_removed_row_is_missed_although_the_others_close_ranks(
    book: Book, owner: psycopg.Connection[Any]
) -> None:
    owner.execute(f"DELETE FROM {RECORD} WHERE sequence = 3")  # pyright: ignore
    owner.execute(f"UPDATE {RECORD} SET sequence = sequence - 1 WHERE sequence > 3")  # pyright: ignore
    owner.execute("UPDATE access.chain_head SET sequence = 4")
    assert {found.wrong for found in await book.damage()} >= {Wrong.CHANGED, Wrong.CUT}


async def test_an_end_that_is_cut_off_cannot_be_hidden(book: Book, owner: psycopg.Connection[Any]) -> None:
    owner.execute(f"DELETE FROM {RECORD} WHERE sequence > 3")  # pyright: ignore
    owner.execute(
        f"UPDATE access.chain_head SET sequence = 3, row_hash = (SELECT max(row_hash) FROM {RECORD} WHERE sequence = 3)"
    )  # pyright: ignore
    assert [found.wrong for found in await book.damage()] == [Wrong.CUT]


@pytest.mark.parametrize("sequence", [6, 60])
async def test_a_row_added_by_another_hand_is_found(book: Book, owner: psycopg.Connection[Any], sequence: int) -> None:
    owner.execute("CREATE TEMP TABLE copy (LIKE access.transaction_record)")
    owner.execute(f"INSERT INTO copy SELECT * FROM {RECORD} WHERE sequence = 5")  # pyright: ignore
    owner.execute(f"UPDATE copy SET id = gen_random_uuid(), sequence = {sequence}, previous_hash = row_hash")  # pyright: ignore
    owner.execute(f"INSERT INTO {RECORD} SELECT * FROM copy")  # pyright: ignore
    assert [(found.sequence, found.wrong) for found in await book.damage()] == [(sequence, Wrong.INSERTED)]


async def test_a_beginning_cut_off_before_its_time_is_found(book: Book, owner: psycopg.Connection[Any]) -> None:
    owner.execute(
        f"""INSERT INTO access.chain_anchor
            SELECT chain, sequence, row_hash, created_at - interval '3 years', now(), key_id, row_hash
            FROM {RECORD} WHERE sequence = 2"""  # pyright: ignore
    )
    owner.execute(f"DELETE FROM {RECORD} WHERE sequence <= 2")  # pyright: ignore
    assert [found.wrong for found in await book.damage()] == [Wrong.BEGINNING]


async def test_a_key_that_is_gone_is_told(book: Book, owner: psycopg.Connection[Any]) -> None:
    owner.execute(f"UPDATE {RECORD} SET key_id = 'gone' WHERE sequence = 2")  # pyright: ignore
    assert [found.wrong for found in await book.damage()] == [Wrong.NO_KEY]


async def test_after_24_months_rows_go_and_the_chains_still_hold(connection: AsyncConnection) -> None:
    book = Book(connection)
    await book.of_years()
    young = {row.id for row in await book.rows("id, request_id") if int(row.request_id.split("-")[1]) >= 30}
    assert await book.damage() == []
    assert await book.prune() == 30
    assert set(await book.ids()) == young
    assert await book.damage() == []
    assert await book.prune() == 0
    await book.write(*map(an_entry, range(60, 70)))
    assert await book.damage() == []


async def test_a_chain_of_which_all_rows_are_old_goes_on_where_it_was(connection: AsyncConnection) -> None:
    book = Book(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        long_ago = work.now - timedelta(days=900)
    await book.write(an_entry(), an_entry(), at=long_ago)
    assert await book.prune() == 2
    await book.write(an_entry())
    assert [row.sequence for row in await book.rows("sequence")] == [3]
    assert await book.damage() == []


async def test_a_row_a_day_too_young_stays(connection: AsyncConnection) -> None:
    book = Book(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        almost = work.now - timedelta(days=729)
    await book.write(an_entry(), at=almost)
    assert await book.prune() == 0
    assert len(await book.ids()) == 1


async def test_the_database_deletes_nothing_young_whatever_the_anchor_says(connection: AsyncConnection) -> None:
    book = Book(connection)
    await book.write(an_entry(), an_entry())
    plant = """INSERT INTO access.chain_anchor
               SELECT chain, sequence, row_hash, created_at, now(), key_id, '' FROM access.transaction_record
               WHERE sequence = 2"""
    with pytest.raises(DBAPIError, match="younger than 24 months"):
        async with unit_of_work(SYSTEM, bind=connection) as work:
            opened = await work.session.connection()
            await opened.execute(sa.text(plant))
            await opened.execute(sa.text("SELECT access.forget_transactions()"))
    assert len(await book.ids()) == 2


async def test_the_clock_prunes_the_register_and_checks_it_chain_by_chain(
    connection: AsyncConnection, everything_that_follows: Callable[[], Awaitable[int]]
) -> None:
    book = Book(connection)
    await book.of_years()
    assert await prune_register(bind=connection) == 30
    await check_register(bind=connection)
    assert await everything_that_follows() == 8


async def test_damage_is_an_error_in_the_log_without_personal_data(book: Book, owner: psycopg.Connection[Any]) -> None:
    (chain,) = {row.chain for row in await book.rows("chain")}
    owner.execute(f"UPDATE {RECORD} SET issuer = 'x' WHERE sequence = 2")  # pyright: ignore
    with capture_logs() as logged:
        assert await check_register_chain(chain, bind=book.bind) == 1
        assert await check_register_chain((chain + 1) % 8, bind=book.bind) == 0
    assert logged == [
        {"event": "register_damaged", "log_level": "error", "chain": chain, "sequence": 2, "wrong": "changed"}
    ]


async def test_messages_written_at_the_same_moment_stand_one_after_the_other(book: Book) -> None:
    for request in ("_request-1", "_never-seen-before"):
        await asyncio.gather(*(book.write(an_entry(request_id=request)) for _ in range(8)))
    assert len(await book.ids()) == 5 + 16
    assert await book.damage() == []
