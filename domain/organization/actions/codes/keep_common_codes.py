"""The program brings the shipped lists of this release into the database."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import select

from domain.kernel.actor import System
from domain.organization.gateways.common_lists import ShippedCode, shipped_codes
from domain.organization.model.code import CommonCode
from domain.organization.rules.code_layers import searchable
from domain.platform.work import UnitOfWork

FACTS = tuple(ShippedCode.__dataclass_fields__)


@dataclass(frozen=True)
class Kept:
    """How many codes came in, changed, and are offered no more."""

    added: int
    changed: int
    ended: int


async def keep_common_codes(work: UnitOfWork, system: System) -> Kept:
    """Add what is new, change what has changed; what the release has no more is not offered from today on.

    Nothing is deleted: who has a code keeps it. Repeatable; only the program does it.
    """
    there = {(row.list_name, row.code): row for row in (await work.session.exec(select(CommonCode))).all()}
    shipped = {(one.list_name, one.code): one for one in shipped_codes()}
    new = [_values(one, work) for key, one in shipped.items() if key not in there]
    changed = [one for key, one in shipped.items() if key in there and _differs(there[key], one)]
    for one in changed:
        row = there[one.list_name, one.code]
        for name in FACTS:
            setattr(row, name, getattr(one, name))
        row.searched = searchable(one.label)
    yesterday = work.today - timedelta(days=1)
    gone = [row for key, row in there.items() if key not in shipped and row.ends_on is None]
    for row in gone:
        row.ends_on = yesterday
    if new:
        await work.session.exec(sa.insert(CommonCode), params=new)
    return Kept(len(new), len(changed), len(gone))


def _differs(row: CommonCode, one: ShippedCode) -> bool:
    return any(getattr(row, name) != getattr(one, name) for name in FACTS)


def _values(one: ShippedCode, work: UnitOfWork) -> dict[str, Any]:
    return asdict(one) | {"searched": searchable(one.label), "created_at": work.now}
