"""The certificates that are believed, as rows to be changed: for the actions of the registry."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork
from domain.registry.model.isee import IseeRecord
from domain.registry.model.person import Person
from domain.registry.queries.people import person_on_record
from domain.registry.refusals import ChangedMeanwhile
from domain.registry.terms import IseeKind

STILL = sa.func.upper_inf(col(IseeRecord.known_during))
"""Nothing has taken its place."""


async def isee_believed(work: UnitOfWork, person_id: UUID, kind: IseeKind) -> Sequence[IseeRecord]:
    """What is believed now of ``kind``, for whichever days; the caller has found the person."""
    wanted = select(IseeRecord).where(col(IseeRecord.person_id) == person_id, col(IseeRecord.kind) == kind, STILL)
    return (await work.session.exec(wanted.order_by(col(IseeRecord.created_at), col(IseeRecord.id)))).all()


async def attestation_to_change(
    work: UnitOfWork, operator: Operator, isee_id: UUID
) -> tuple[Person, Sequence[IseeRecord], Sequence[Person]]:
    """Whose file ``isee_id`` is in, the rows believed of the same certificate, and all its members, locked.

    Refuses NotFound, also when one of the members is out of reach, NotYourPerson, and ChangedMeanwhile.
    """
    own = (await work.session.exec(select(IseeRecord).where(col(IseeRecord.id) == isee_id))).one_or_none()
    if own is None:
        raise NotFound
    rows = select(IseeRecord).where(col(IseeRecord.attestation_id) == own.attestation_id, STILL)
    found = (await work.session.exec(rows.order_by(col(IseeRecord.id)))).all()
    people = [await person_on_record(work, operator, one) for one in sorted({own.person_id, *_whose(found)})]
    again = (await work.session.exec(rows.execution_options(populate_existing=True))).all()
    if isee_id not in {one.id for one in again}:
        raise ChangedMeanwhile
    holder = next(one for one in people if one.id == own.person_id)
    return holder, again, people


def _whose(rows: Sequence[IseeRecord]) -> set[UUID]:
    return {one.person_id for one in rows}
