"""Two records that were joined are told apart again: everything is as it was before."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.locks import without_holding_up
from domain.platform.rows.relinking import RowChange, put_back
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.finding.index_person import index_person
from domain.registry.actions.merging.join_records import PERSON
from domain.registry.actions.merging.merge_people import Reason
from domain.registry.events import MergeUndone
from domain.registry.model.merge import DuplicateCandidate, Merge
from domain.registry.model.person import Person
from domain.registry.queries.merging.merges import as_they_are, changes_of, merge_on_record
from domain.registry.queries.merging.pair_on_record import pair_on_record
from domain.registry.refusals import BusyRecords, ChangedSince, JoinedAgain
from domain.registry.terms.records import DuplicateStatus


class UndoMerge(BaseModel):
    """Which merge, why, and whether what somebody has changed since stays as it is (``keeps_newer``)."""

    merge_id: UUID
    reason: Reason
    keeps_newer: bool = False


async def undo_merge(work: UnitOfWork, operator: Operator, command: UndoMerge) -> None:
    """Put back every row that the merge changed; links added since stay with the record that counted.

    Refuses NotAllowed, NotFound, AlreadyUndone, BusyRecords, JoinedAgain when the record was joined to another one
    since, and ChangedSince when what it changed is not as it left it, unless what is newer is to be kept.
    """
    merge = await merge_on_record(work, operator, command.merge_id, for_update=True)
    merge.undo(operator.operator_id, work.now, command.reason)
    async with as_the_program(work, "undo merge"):

        async def attempt() -> None:
            await _undo(work, merge, keeps_newer=command.keeps_newer)

        await without_holding_up(work, attempt, otherwise=BusyRecords())
    await work.record(
        MergeUndone(
            ente_id=merge.ente_id,
            merge_id=merge.id,
            former_id=merge.former_id,
            kept_id=merge.kept_id,
            operator_id=operator.operator_id,
        )
    )


async def _undo(work: UnitOfWork, merge: Merge, *, keeps_newer: bool) -> None:
    former, kept = await pair_on_record(work, merge.former_id, merge.kept_id)
    if kept.same_as_id is not None or former.same_as_id != kept.id:
        raise JoinedAgain
    changes = await as_they_are(work, await changes_of(work, merge))
    if not keeps_newer and any(change.is_in_the_way(present) for change, present in changes):
        raise ChangedSince
    left = [change.what_is_left(present) for change, present in reversed(changes)]
    await _put_back(work, [change for change in left if change is not None])
    for one in (former, kept):
        await work.session.refresh(one)
    for one in (kept, former):
        await index_person(work, one.id)
    await _reopen(work, merge)


async def _put_back(work: UnitOfWork, changes: Sequence[RowChange]) -> None:
    """The latest first; codici fiscali that were exchanged are nobody's for a moment."""
    exchanged = [one.row_id for one in changes if one.table == PERSON and "codice_fiscale" in (one.before or {})]
    await work.session.exec(sa.update(Person).where(col(Person.id).in_(exchanged)).values(codice_fiscale=None))
    try:
        async with work.session.begin_nested():
            for change in changes:
                await put_back(work, change)
    except IntegrityError as stopped:
        raise ChangedSince from stopped


async def _reopen(work: UnitOfWork, merge: Merge) -> None:
    first, second = sorted((merge.former_id, merge.kept_id))
    wanted = select(DuplicateCandidate).where(
        col(DuplicateCandidate.first_id) == first, col(DuplicateCandidate.second_id) == second
    )
    pair = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if pair is not None and pair.status is DuplicateStatus.MERGED:
        pair.reopen()
