"""Deletes from the register what is older than 24 months, as the law wants, without breaking its chains."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from domain.access.gateways.register_keys import register_keys
from domain.access.model.transaction import ChainAnchor, TransactionRecord
from domain.access.rules.register import CHAINS, mac
from domain.platform import locks
from domain.platform.work import UnitOfWork

_YOUNG = "created_at >= now() - interval '24 months'"


async def prune_register(work: UnitOfWork) -> int:
    """Says how many rows went. For the System.

    Rows go only from the start of a chain; its last deleted row stays as the anchor on which the first one left
    rests. The database counts the months, and deletes nothing younger even if it were asked to.
    """
    await locks.hold(work, "register pruning")
    connection = await work.session.connection()
    for chain in range(CHAINS):
        row = (await connection.execute(_last_old(chain))).one_or_none()
        if row is not None:
            await connection.execute(_anchored(work, chain, row))
    return (await connection.execute(sa.text("SELECT access.forget_transactions()"))).scalar_one()


def _last_old(chain: int) -> Any:
    """The last row of the old ones with which ``chain`` starts."""
    here = col(TransactionRecord.chain) == chain
    young = sa.select(sa.func.min(col(TransactionRecord.sequence))).where(here, sa.text(_YOUNG))
    before = col(TransactionRecord.sequence) < sa.func.coalesce(
        young.scalar_subquery(), sa.literal(2**62, sa.BigInteger)
    )
    wanted = sa.select(
        col(TransactionRecord.sequence), col(TransactionRecord.row_hash), col(TransactionRecord.created_at)
    )
    return wanted.where(here, before).order_by(col(TransactionRecord.sequence).desc()).limit(1)


def _anchored(work: UnitOfWork, chain: int, row: Any) -> sa.Insert:
    keys = register_keys()
    anchor = {
        "chain": chain,
        "sequence": row[0],
        "row_hash": row[1],
        "last_written_at": row[2],
        "anchored_at": work.now,
        "key_id": keys.current_id,
    }
    anchor["anchor_hash"] = mac(keys.current, anchor | {"kind": "anchor"})
    moved = {name: value for name, value in anchor.items() if name != "chain"}
    return insert(ChainAnchor).values(**anchor).on_conflict_do_update(index_elements=["chain"], set_=moved)
