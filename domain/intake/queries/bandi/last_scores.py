"""The points that count now, of many applications at once."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.intake.model.bando_score import BandoScore
from domain.platform.work import UnitOfWork


async def last_scores(work: UnitOfWork, application_ids: Iterable[UUID]) -> dict[UUID, BandoScore]:
    """The last counting of each of ``application_ids``, which came through a door; one question."""
    ids = set(application_ids)
    if not ids:
        return {}
    wanted = select(BandoScore).where(col(BandoScore.application_id).in_(ids), is_last())
    return {one.application_id: one for one in (await work.session.exec(wanted)).all()}


def is_last() -> sa.ColumnElement[bool]:
    """The condition that a counting is the last one of its application."""
    later = aliased(BandoScore)
    newer = select(later.id).where(
        col(later.application_id) == col(BandoScore.application_id), col(later.turn) > col(BandoScore.turn)
    )
    return sa.not_(newer.exists())
