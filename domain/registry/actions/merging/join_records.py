"""The program makes one record of two: every link goes to the one that counts, and what changed is written down."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.locks import without_holding_up
from domain.platform.rows.relinking import RowChange, move_references, rows_now
from domain.platform.work import UnitOfWork
from domain.registry.actions.facts.believe_fact import believe_fact
from domain.registry.actions.facts.follow_facts import follow_facts
from domain.registry.actions.finding.index_person import index_person
from domain.registry.events import PeopleMerged
from domain.registry.model.fact import Fact
from domain.registry.model.known import Origin
from domain.registry.model.merge import DuplicateCandidate, Merge, MergeChange
from domain.registry.model.person import Person, ProtectedAccess
from domain.registry.queries.merging.merges import NO_LINKS
from domain.registry.queries.merging.pair_on_record import pair_on_record
from domain.registry.refusals import AlreadyJoined, BusyRecords
from domain.registry.rules.facts.identity import Identity
from domain.registry.rules.timelines import Stretch
from domain.registry.terms import FactKind, FactSource
from domain.registry.terms.records import DuplicateStatus, PersonField

PERSON, ACCESS, FACT = "registry.person", "registry.protected_access", "registry.fact"
IDENTITY = {
    PersonField.GIVEN_NAME: "given_name",
    PersonField.FAMILY_NAME: "family_name",
    PersonField.SEX: "sex",
    PersonField.BORN_ON: "born_on",
    PersonField.BIRTHPLACE_CODE: "birthplace_code",
}
Rows = dict[UUID, dict[str, Any]]
STAYING = (ACCESS, *NO_LINKS)


class JoinRecords(BaseModel):
    """The record that stays for its history, the one that counts, and what that one ``takes`` from the former."""

    former_id: UUID
    kept_id: UUID
    reason: str
    takes: frozenset[PersonField] = frozenset()
    operator_id: UUID | None = None
    office_id: UUID | None = None


async def join_records(work: UnitOfWork, system: System, command: JoinRecords) -> UUID:
    """Whatever pointed at the former record points at the other; the merge's id. ``work`` is the program's everywhere.

    What is only ever added to (diary, protocollo, readings) stays as written, and is read with the rest. Where one of
    the two is protected both are, for the readers of both. Refuses NotFound, AlreadyJoined, BusyRecords.
    """

    async def attempt() -> Merge:
        return await _join(work, command)

    merge = await without_holding_up(work, attempt, otherwise=BusyRecords())
    await work.record(
        PeopleMerged(
            ente_id=merge.ente_id,
            merge_id=merge.id,
            former_id=merge.former_id,
            kept_id=merge.kept_id,
            operator_id=command.operator_id,
        )
    )
    return merge.id


async def _join(work: UnitOfWork, command: JoinRecords) -> Merge:
    former, kept = await pair_on_record(work, command.former_id, command.kept_id)
    if former.same_as_id is not None or kept.same_as_id is not None:
        raise AlreadyJoined
    before = await rows_now(work, PERSON, (former.id, kept.id))
    changes = await _protect_both(work, former, kept)
    changes += await move_references(work, PERSON, former.id, kept.id, but=STAYING)
    changes += await _choose(work, former, kept, command)
    former.be_the_same_as(kept.id)
    await work.session.flush()  # the rows are compared as they stand in the database
    # Last, so that they are the first to be put back: a link cannot go to a record that is still joined.
    changes += _differences(PERSON, before, await rows_now(work, PERSON, (former.id, kept.id)))
    merge = Merge(ente_id=kept.ente_id, created_at=work.now, **command.model_dump(exclude={"takes"}))
    work.session.add(merge)
    await work.session.flush()  # the journal refers to it
    work.session.add_all(_journal(merge, changes))
    await _settle(work, merge)
    for one in (former, kept):
        await index_person(work, one.id)
    return merge


async def _protect_both(work: UnitOfWork, former: Person, kept: Person) -> list[RowChange]:
    """Protection wins: the history of the former record is hidden as the person is."""
    if not (former.is_protected or kept.is_protected):
        return []
    pair = (former.id, kept.id)
    rows = (await work.session.exec(select(ProtectedAccess).where(col(ProtectedAccess.person_id).in_(pair)))).all()
    there = {(row.person_id, row.operator_id) for row in rows}
    added = [
        ProtectedAccess(ente_id=one.ente_id, person_id=one.id, operator_id=operator_id)
        for one in (former, kept)
        for operator_id in sorted({row.operator_id for row in rows})
        if (one.id, operator_id) not in there
    ]
    work.session.add_all(added)
    for one in (former, kept):
        one.is_protected = True
    await work.session.flush()  # the rows added are written down as the database has them
    found = await rows_now(work, ACCESS, [row.id for row in added])
    return [RowChange(ACCESS, row_id, None, whole) for row_id, whole in found.items()]


async def _choose(work: UnitOfWork, former: Person, kept: Person, command: JoinRecords) -> list[RowChange]:
    """What the record that counts says from now on; what became of the facts from which it says it."""
    before = await _facts(work, kept.id)
    chosen = {name: getattr(former if name in command.takes else kept, name.value) for name in PersonField}
    if command.takes & IDENTITY.keys():
        told = {key: chosen[name] for name, key in IDENTITY.items() if chosen[name] is not None}
        origin = Origin(FactSource.OFFICE, command.operator_id, command.reason[:300])
        await believe_fact(work, kept, Identity.model_validate(told), Stretch(), origin)
    for kind in (FactKind.ALIAS, FactKind.CITIZENSHIP, FactKind.DEATH):
        await follow_facts(work, kept, kind)
    kept.language, kept.ente_id = chosen[PersonField.LANGUAGE], chosen[PersonField.ENTE_ID]
    kept.version += 1
    if PersonField.CODICE_FISCALE in command.takes:
        await _exchange_codes(work, former, kept)
    return _differences(FACT, before, await _facts(work, kept.id))


async def _exchange_codes(work: UnitOfWork, former: Person, kept: Person) -> None:
    code, doubtful = former.codice_fiscale, former.is_codice_fiscale_doubtful
    former.codice_fiscale, former.is_codice_fiscale_doubtful = None, False
    await work.session.flush()  # nobody has the same code twice, not even for a moment
    before = kept.codice_fiscale, kept.is_codice_fiscale_doubtful
    kept.codice_fiscale, kept.is_codice_fiscale_doubtful = code, doubtful
    await work.session.flush()  # the same
    former.codice_fiscale, former.is_codice_fiscale_doubtful = before  # it still finds the person


async def _facts(work: UnitOfWork, person_id: UUID) -> Rows:
    await work.session.flush()  # the rows are compared as they stand in the database
    ids = (await work.session.exec(select(Fact.id).where(col(Fact.person_id) == person_id))).all()
    return await rows_now(work, FACT, ids)


def _differences(table: str, before: Rows, after: Rows) -> list[RowChange]:
    """Rows that have changed, then rows that are new: so the new ones are the first to go again."""
    changed = {
        row_id: [name for name, value in whole.items() if before[row_id][name] != value]
        for row_id, whole in after.items()
        if row_id in before
    }
    old = [
        RowChange(table, one, {name: before[one][name] for name in names}, {name: after[one][name] for name in names})
        for one, names in changed.items()
        if names
    ]
    return old + [RowChange(table, one, None, whole) for one, whole in after.items() if one not in before]


def _journal(merge: Merge, changes: Sequence[RowChange]) -> list[MergeChange]:
    return [
        MergeChange(
            ente_id=merge.ente_id,
            merge_id=merge.id,
            position=position,
            table_name=change.table,
            row_id=change.row_id,
            before=change.before,
            after=change.after,
        )
        for position, change in enumerate(changes)
    ]


async def _settle(work: UnitOfWork, merge: Merge) -> None:
    """The pair of the review list, if it is there, is decided."""
    first, second = sorted((merge.former_id, merge.kept_id))
    wanted = select(DuplicateCandidate).where(
        col(DuplicateCandidate.first_id) == first, col(DuplicateCandidate.second_id) == second
    )
    pair = (await work.session.exec(wanted.with_for_update())).one_or_none()
    if pair is not None:
        pair.decide(DuplicateStatus.MERGED, merge.operator_id, work.now, merge.reason)
