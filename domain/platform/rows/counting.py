"""How many rows each ente has of something: for reports that name nobody."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.work import UnitOfWork


async def count_by_ente(
    work: UnitOfWork, table: Any, conditions: tuple[sa.ColumnElement[bool], ...], enti: tuple[UUID, ...]
) -> dict[UUID, int]:
    """The number of rows of ``table`` for which all ``conditions`` hold, in each of ``enti`` that has any."""
    wanted = (
        select(table.ente_id, sa.func.count())
        .select_from(table)
        .where(col(table.ente_id).in_(enti), *conditions)
        .group_by(table.ente_id)
    )
    return dict((await work.session.exec(wanted)).all())
