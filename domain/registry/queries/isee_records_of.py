"""The ISEE certificates that are kept of a person, with their days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor
from domain.platform.work import UnitOfWork
from domain.registry.model.isee import IseeRecord
from domain.registry.queries.people import person
from domain.registry.rules.timelines import stretch_of
from domain.registry.terms import IseeKind


@dataclass(frozen=True)
class IseeRow:
    """An indicator in euros; ``ends_before`` is the first day on which it does not hold any more."""

    kind: IseeKind
    amount: Decimal
    starts_on: date | None
    ends_before: date | None


async def isee_records_of(work: UnitOfWork, actor: Actor, person_id: UUID) -> Sequence[IseeRow]:
    """Those of ``person_id``, the earliest written first. Refuses NotFound to who may not know of the person."""
    await person(work, actor, person_id)
    wanted = select(IseeRecord).where(col(IseeRecord.person_id) == person_id)
    rows = []
    for record in (await work.session.exec(wanted.order_by(col(IseeRecord.created_at), col(IseeRecord.id)))).all():
        held = stretch_of(record.valid_during)
        rows.append(IseeRow(record.kind, record.amount, held.starts_on, held.ends_before))
    return rows
