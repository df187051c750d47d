"""What stands in the register, who reads it, and that nobody comes in without it."""

import hashlib
import json

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access.actions.start_session import StartSession, start_session
from domain.access.actions.write_transaction import write_transaction
from domain.access.gateways.register_keys import register_keys
from domain.access.rules.register import masked
from domain.access.terms import Site, TransactionStep, Way
from domain.platform.settings import settings
from domain.platform.storage.file_cipher import FileDamaged
from domain.platform.work import unit_of_work
from tests.domain.access.register.book import Book, an_entry
from tests.support.given import SYSTEM, a_territory, an_operator
from tests.support.personas import ROSA


@pytest.fixture
def book(connection: AsyncConnection) -> Book:
    return Book(connection)


async def test_a_message_is_kept_as_it_was_and_nothing_personal_is_readable(book: Book) -> None:
    entry = an_entry()
    await book.write(entry)
    (row,) = await book.rows()
    assert register_keys().open(row.sealed_body, row.id) == entry.body
    told = " ".join(str(value) for value in row) + row.sealed_body.decode(errors="replace")
    assert ROSA.codice_fiscale not in told
    assert entry.subject not in told
    assert (row.request_id, row.assertion_id, row.is_success) == ("_request-1", "_assertion-1", True)


async def test_a_body_cannot_stand_in_for_that_of_another_message(book: Book) -> None:
    await book.write(an_entry(1), an_entry(2))
    first, second = await book.rows()
    with pytest.raises(FileDamaged):
        register_keys().open(first.sealed_body, second.id)


async def test_all_messages_of_a_sign_in_stand_in_one_chain_in_their_order(book: Book) -> None:
    steps = (TransactionStep.AUTHN_REQUEST, TransactionStep.AUTHN_RESPONSE, TransactionStep.LOGOUT_REQUEST)
    await book.write(*(an_entry(7, step) for step in steps))
    rows = await book.rows()
    assert len({row.chain for row in rows}) == 1
    assert [row.step for row in rows] == list(steps)
    assert [row.previous_hash for row in rows[1:]] == [row.row_hash for row in rows[:-1]]


async def test_many_sign_ins_spread_over_all_chains(book: Book) -> None:
    await book.write(*map(an_entry, range(60)))
    assert {row.chain for row in await book.rows()} == set(range(8))
    assert await book.damage() == []


async def test_a_new_master_key_seals_what_is_new_and_the_old_still_opens(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    await book.write(an_entry(1))
    keys = settings().master_keys | {"new": SecretStr("bm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm4=")}
    monkeypatch.setattr(settings(), "master_keys", keys)
    await book.write(an_entry(1, TransactionStep.LOGOUT_REQUEST))
    old, new = await book.rows()
    assert (old.key_id, new.key_id) == ("test", "new")
    for row in (old, new):
        assert ROSA.codice_fiscale.encode() in register_keys().open(row.sealed_body, row.id)
    assert await book.damage() == []


async def test_the_application_can_neither_change_nor_remove_a_row(book: Book) -> None:
    await book.write(an_entry())
    for change in (
        "UPDATE access.transaction_record SET issuer = 'x'",
        "DELETE FROM access.transaction_record",
        "TRUNCATE access.transaction_record",
        "DELETE FROM access.chain_head",
        "DELETE FROM access.chain_anchor",
        "UPDATE access.register_access SET reason = 'x'",
    ):
        with pytest.raises(ProgrammingError):
            async with unit_of_work(SYSTEM, bind=book.bind) as work:
                await (await work.session.connection()).execute(sa.text(change))
    assert len(await book.rows()) == 1


async def test_only_operators_in_reach_see_a_row_and_none_of_them_writes_one(
    book: Book, connection: AsyncConnection
) -> None:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        here, elsewhere = await a_territory(work), await a_territory(work)
        inside = await an_operator(work, here.ambito_office_id)
        outside = await an_operator(work, elsewhere.ambito_office_id)
    await book.write(an_entry(1, ente_id=here.ambito_id), an_entry(2))
    assert len(await book.rows(actor=inside)) == 1
    assert await book.rows(actor=outside) == []
    with pytest.raises(ProgrammingError):
        async with unit_of_work(inside, bind=connection) as work:
            await write_transaction(work, an_entry(3, ente_id=here.ambito_id))


async def test_no_session_opens_when_the_register_cannot_be_written(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with unit_of_work(SYSTEM, bind=book.bind) as work:
        operator = await an_operator(work, (await a_territory(work)).office_id)
    monkeypatch.setattr(settings(), "master_keys", {})
    with pytest.raises(ValueError, match="at least one master key"):
        async with unit_of_work(SYSTEM, bind=book.bind) as work:
            command = StartSession(
                site=Site.BACKOFFICE,
                way=Way.SPID,
                ente_id=operator.ente_id,
                operator_id=operator.operator_id,
                office_id=operator.office_id,
            )
            await start_session(work, command)
            await write_transaction(work, an_entry())
    async with unit_of_work(SYSTEM, read_only=True, bind=book.bind) as work:
        opened = await (await work.session.connection()).execute(sa.text("SELECT count(*) FROM access.session"))
        assert opened.scalar_one() == 0


def digest(token: str) -> str:
    return "sha256:" + hashlib.sha256(token.encode()).hexdigest()


def test_tokens_are_kept_as_their_hash_and_the_rest_byte_by_byte() -> None:
    body = '{"access_token" :  "ey.a.b",\n "id_token": "ey.c.d", "nested": [{"refresh_token": "ref/1"}]}'
    wanted = body.replace("ey.a.b", digest("ey.a.b")).replace("ref/1", digest("ref/1"))
    assert masked(body.encode()).decode() == wanted


def test_a_token_written_with_escapes_is_found_too() -> None:
    kept = masked(b'{"access_\\u0074oken": "se\\u0063ret-token", "id_token": "i"}')
    assert b"secret-token" not in kept and b"se\\u0063ret" not in kept
    assert json.loads(kept) == {"access_token": digest("secret-token"), "id_token": "i"}


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("token=abc.def&client_id=x", f"token={digest('abc.def')}&client_id=x"),
        ("code=1&refresh_token=r", f"code=1&refresh_token={digest('r')}"),
        (
            "GET /userinfo\r\nAuthorization: Bearer ey.a-b_c\r\n",
            f"GET /userinfo\r\nAuthorization: Bearer {digest('ey.a-b_c')}\r\n",
        ),
        ("id_token=i&state=s", "id_token=i&state=s"),
        ("<Response>token=</Response>", "<Response>token=</Response>"),
        ("[1, 2]", "[1, 2]"),
    ],
)
def test_tokens_are_masked_in_forms_and_headers(body: str, wanted: str) -> None:
    assert masked(body.encode()).decode() == wanted
