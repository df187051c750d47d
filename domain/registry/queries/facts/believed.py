"""The facts that are believed now, as rows to be changed: for the actions of the registry."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.fact import Fact
from domain.registry.terms import FactKind

STILL = sa.func.upper_inf(col(Fact.known_during))
"""Nothing has taken its place."""


async def believed(work: UnitOfWork, person_id: UUID, kind: FactKind, key: str | None = None) -> Sequence[Fact]:
    """What is believed now of ``kind``, of one key or of all, for whichever days; the caller has found the person."""
    wanted = select(Fact).where(col(Fact.person_id) == person_id, col(Fact.kind) == kind, STILL)
    if key is not None:
        wanted = wanted.where(col(Fact.key) == key)
    return (await work.session.exec(wanted.order_by(col(Fact.created_at), col(Fact.id)))).all()


async def believed_today(work: UnitOfWork, person_id: UUID, *kinds: FactKind) -> Sequence[Fact]:
    """What is believed now of today, of these kinds, the earliest written first; the caller has found the person."""
    wanted = select(Fact).where(col(Fact.person_id) == person_id, col(Fact.kind).in_(kinds), STILL)
    today = wanted.where(holds_on(Fact.held_during, work.today))
    return (await work.session.exec(today.order_by(col(Fact.created_at), col(Fact.id)))).all()
