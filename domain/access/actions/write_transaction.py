"""Writes a message of a sign-in or sign-out into the register. What cannot be written must not succeed."""

from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.access.gateways.register_keys import register_keys
from domain.access.model.transaction import ChainHead, TransactionRecord
from domain.access.rules.register import GENESIS, Transaction, chain_of, mac, masked
from domain.access.rules.secrets import fingerprint
from domain.platform import locks
from domain.platform.work import UnitOfWork

__all__ = ["Transaction", "write_transaction"]


async def write_transaction(work: UnitOfWork, entry: Transaction) -> None:
    """Adds ``entry`` to its chain, sealed, in the transaction of ``work``: no session opens without its entry.

    The chain stays locked until ``work`` ends: write late, and wait for nobody after it. ``work`` must be the
    program's own (``System``). Tokens are masked before; whatever cannot be written raises.
    """
    chain, connection = chain_of(entry), await work.session.connection()
    head = sa.select(col(ChainHead.sequence), col(ChainHead.row_hash)).where(col(ChainHead.chain) == chain)
    last = (await connection.execute(head.with_for_update())).one_or_none()
    if last is None:  # there is no row to lock before the first message
        await locks.hold(work, "register", chain)
        last = (await connection.execute(head.with_for_update())).one_or_none()
    record = _record(work, entry, chain, 1 if last is None else last.sequence + 1, last.row_hash if last else GENESIS)
    values = record.covered() | {"row_hash": record.row_hash}
    await connection.execute(sa.insert(TransactionRecord).values(**values).add_cte(_moved_head(record)))


def _record(work: UnitOfWork, entry: Transaction, chain: int, sequence: int, previous: str) -> TransactionRecord:
    keys, record_id = register_keys(), uuid4()
    key = keys.current

    def named(text: str) -> str:
        return fingerprint(key, text) if text else ""

    record = TransactionRecord(
        **entry.model_dump(exclude={"subject", "codice_fiscale", "body"}),
        id=record_id,
        created_at=work.now,
        chain=chain,
        sequence=sequence,
        subject_hash=named(entry.subject),
        person_hash=named(entry.codice_fiscale.upper()),
        key_id=keys.current_id,
        sealed_body=keys.seal(masked(entry.body), record_id),
        previous_hash=previous,
        row_hash="",
    )
    record.row_hash = mac(key, record.covered())
    return record


def _moved_head(record: TransactionRecord) -> sa.CTE:
    keys = register_keys()
    head = {"chain": record.chain, "sequence": record.sequence, "row_hash": record.row_hash, "key_id": keys.current_id}
    head["head_hash"] = mac(keys.current, head | {"kind": "head"})
    moved = {name: value for name, value in head.items() if name != "chain"}
    made = insert(ChainHead).values(**head).on_conflict_do_update(index_elements=["chain"], set_=moved)
    return made.returning(col(ChainHead.chain)).cte("head")
