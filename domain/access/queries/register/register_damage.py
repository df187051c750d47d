"""Whether the register of transactions is as it was written."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from domain.access.gateways.register_keys import register_keys
from domain.access.model.transaction import COVERED, ChainAnchor, ChainHead, TransactionRecord
from domain.access.rules.register import CHAINS
from domain.access.rules.register_chain import ChainCheck, Damage, Wrong
from domain.platform import locks
from domain.platform.work import UnitOfWork

BATCH = 500
ANCHOR = ("chain", "sequence", "row_hash", "last_written_at", "anchored_at", "key_id")
HEAD = ("chain", "sequence", "row_hash", "key_id")


async def register_damage(work: UnitOfWork, chains: Iterable[int] = range(CHAINS)) -> list[Damage]:
    """Every place where a row was changed, removed or inserted, by whomever; empty when all is well. For the System.

    Reads the whole of ``chains``; sign-ins go on meanwhile, only pruning waits.
    """
    await locks.hold(work, "register pruning")
    found = await _behind_the_end(work)
    heads = {head["chain"]: head for head in await _all(work, sa.select(ChainHead.__table__))}  # pyright: ignore
    anchors = {anchor["chain"]: anchor for anchor in await _all(work, sa.select(ChainAnchor.__table__))}  # pyright: ignore
    for chain in sorted(set(chains) & set(heads)):
        found += await _chain(work, heads[chain], anchors.get(chain))
    return found


async def _chain(work: UnitOfWork, head: dict[str, Any], anchor: dict[str, Any] | None) -> list[Damage]:
    check = ChainCheck(register_keys().by_id, head["chain"])
    found = list(check.begin({name: anchor[name] for name in ANCHOR}, anchor["anchor_hash"])) if anchor else []
    after = -1
    while rows := await _all(work, _next(head["chain"], after, head["sequence"])):
        for row in rows:
            found += check.follow({name: row[name] for name in COVERED}, row["row_hash"])
        after = rows[-1]["sequence"]
    return [*found, *check.end({name: head[name] for name in HEAD}, head["head_hash"])]


def _next(chain: int, after: int, until: int) -> sa.Select[Any]:
    sequence = col(TransactionRecord.sequence)
    wanted = sa.select(TransactionRecord.__table__).where(col(TransactionRecord.chain) == chain)  # pyright: ignore
    return wanted.where(sequence > after, sequence <= until).order_by(sequence).limit(BATCH)


async def _behind_the_end(work: UnitOfWork) -> list[Damage]:
    """Rows that stand where the last writing did not put them."""
    until = sa.func.coalesce(col(ChainHead.sequence), 0)
    wanted = (
        sa.select(col(TransactionRecord.chain), col(TransactionRecord.sequence))
        .outerjoin(ChainHead, col(ChainHead.chain) == col(TransactionRecord.chain))
        .where(col(TransactionRecord.sequence) > until)
        .order_by(col(TransactionRecord.chain), col(TransactionRecord.sequence))
    )
    return [Damage(row["chain"], row["sequence"], Wrong.INSERTED) for row in await _all(work, wanted)]


async def _all(work: UnitOfWork, wanted: Any) -> list[dict[str, Any]]:
    connection = await work.session.connection()
    return [dict(row) for row in (await connection.execute(wanted)).mappings()]
