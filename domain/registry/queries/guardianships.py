"""The titles by which people act for others: one to work on, those that wait, those of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen
from domain.kernel.refusals import NotAllowed, NotFound
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork
from domain.registry.model.guardianship import Guardianship
from domain.registry.model.person import Person
from domain.registry.permissions import may_check_titles
from domain.registry.queries.names import names
from domain.registry.terms import GuardianshipKind, GuardianshipStatus

MOST = 200


@dataclass(frozen=True)
class TitleRow:
    """A title, with the names that who asks may know; ``declared_name`` is what the citizen typed."""

    id: UUID
    ente_id: UUID
    person_id: UUID
    person_name: str
    guardian_id: UUID
    guardian_name: str
    kind: GuardianshipKind
    status: GuardianshipStatus
    decree: str
    decree_on: date | None
    court: str
    scope: str
    document_id: UUID | None
    starts_on: date | None
    ends_on: date | None
    declared_name: str
    declared_born_on: date | None
    declared_at: datetime | None
    checked_at: datetime | None
    refusal_reason: str


async def guardianship_to_check(work: UnitOfWork, actor: Actor, guardianship_id: UUID) -> Guardianship:
    """The title, locked, for who checks titles. Refuses NotAllowed without the role, NotFound out of reach."""
    if not may_check_titles(actor):
        raise NotAllowed
    wanted = select(Guardianship).where(col(Guardianship.id) == guardianship_id)
    found = (await work.session.exec(wanted.with_for_update().execution_options(populate_existing=True))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def title_sheet(work: UnitOfWork, actor: Actor, guardianship_id: UUID) -> TitleRow:
    """One title, for who checks titles. Refuses NotAllowed, NotFound."""
    if not may_check_titles(actor):
        raise NotAllowed
    rows = await _rows(work, col(Guardianship.id) == guardianship_id)
    if not rows:
        raise NotFound
    return rows[0]


async def guardianships_to_check(work: UnitOfWork, actor: Actor) -> Sequence[TitleRow]:
    """What citizens have declared and nobody has checked, the first declared first, at most 200. Refuses NotAllowed."""
    if not may_check_titles(actor):
        raise NotAllowed
    waiting = (col(Guardianship.declared_at).is_not(None), col(Guardianship.checked_at).is_(None))
    alive = holds_on(Guardianship.held_during, work.today)
    known = col(Guardianship.person_id).in_(select(Person.id))  # nobody learns of a protected person from a list
    rows = await _rows(work, *waiting, alive, known)
    return sorted(rows, key=lambda row: (row.declared_at is None, row.declared_at))


async def guardianships_of(work: UnitOfWork, actor: Actor, person_id: UUID) -> Sequence[TitleRow]:
    """Every title about ``person_id`` or held by that person, the latest first. Refuses NotAllowed."""
    if not may_check_titles(actor):
        raise NotAllowed
    return await _rows(work, (col(Guardianship.person_id) == person_id) | (col(Guardianship.guardian_id) == person_id))


async def own_titles(work: UnitOfWork, citizen: Citizen) -> Sequence[TitleRow]:
    """The titles that the citizen holds or has declared, whatever became of them, the latest first."""
    return await _rows(work, col(Guardianship.guardian_id) == citizen.person_id)


async def _rows(work: UnitOfWork, *conditions: Any) -> list[TitleRow]:
    wanted = select(Guardianship).where(*conditions).order_by(col(Guardianship.created_at).desc()).limit(MOST)
    found = (await work.session.exec(wanted)).all()
    people = await names(work, {one.person_id for one in found} | {one.guardian_id for one in found}) if found else {}
    called = {person_id: row.full_name for person_id, row in people.items()}
    return [_row(one, called, work.today) for one in found]


def _row(one: Guardianship, called: dict[UUID, str], today: date) -> TitleRow:
    return TitleRow(
        id=one.id,
        ente_id=one.ente_id,
        person_id=one.person_id,
        person_name=called.get(one.person_id) or one.declared_name,
        guardian_id=one.guardian_id,
        guardian_name=called.get(one.guardian_id) or one.guardian_name or "",
        kind=one.kind,
        status=one.status_on(today),
        decree=one.decree,
        decree_on=one.decree_on,
        court=one.court or "",
        scope=one.scope or "",
        document_id=one.document_id,
        starts_on=one.held_during.lower,
        ends_on=one.ends_on,
        declared_name=one.declared_name,
        declared_born_on=one.declared_born_on,
        declared_at=one.declared_at,
        checked_at=one.checked_at,
        refusal_reason=one.refusal_reason or "",
    )
