"""Housing needs in a list and in a file. Whose they are is noted, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.housing.model.housing_need import HousingNeed
from domain.housing.permissions import seen_by
from domain.housing.terms import DwellingKind, NeedReason, NeedStatus
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.organization.queries.office_names import office_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

MOST_IN_A_FILE = 5000


@dataclass(frozen=True)
class NeedFilter:
    """What is looked for; ``rooms`` at least so many."""

    status: NeedStatus | None = NeedStatus.OPEN
    kind: DwellingKind | None = None
    reason: NeedReason | None = None
    office_id: UUID | None = None
    rooms: int | None = None


@dataclass(frozen=True)
class NeedRow:
    """A need in a list; ``closing_code`` says why it was closed."""

    id: UUID
    person_id: UUID
    full_name: str
    born_on: date | None
    office: str
    status: NeedStatus
    kind: DwellingKind
    reason: NeedReason | None
    rooms: int | None
    people: int | None
    most_rent: Decimal | None
    since_on: date
    said_on: date
    closing_code: str


async def need_list(work: UnitOfWork, operator: Operator, wanted: NeedFilter, page: int = 1) -> Page[NeedRow]:
    """One page, who has waited longest first; three questions. Nothing for who does not work with needs."""
    statement: Any = _ordered(operator, wanted, sa.func.count().over()).offset(offset_of(page)).limit(PAGE_SIZE)
    found = (await work.session.exec(statement)).all()
    rows = await rows_of(work, [one for one, _total in found])
    return Page(rows, max(1, page), PAGE_SIZE, found[0][1] if found else 0)


async def needs_for_file(work: UnitOfWork, operator: Operator, wanted: NeedFilter) -> Sequence[NeedRow]:
    """The same rows for a file, at most 5000."""
    found = (await work.session.exec(_ordered(operator, wanted, sa.literal(0)).limit(MOST_IN_A_FILE))).all()
    return await rows_of(work, [one for one, _nothing in found])


def _ordered(operator: Operator, wanted: NeedFilter, beside: Any) -> Any:
    asked: list[Any] = [seen_by(operator)]
    for column, value in (
        (HousingNeed.status, wanted.status),
        (HousingNeed.kind, wanted.kind),
        (HousingNeed.reason, wanted.reason),
        (HousingNeed.office_id, wanted.office_id),
    ):
        if value is not None:
            asked.append(col(column) == value)
    if wanted.rooms is not None:
        asked.append(col(HousingNeed.rooms) >= wanted.rooms)
    return select(HousingNeed, beside).where(*asked).order_by(col(HousingNeed.since_on), col(HousingNeed.id))


async def rows_of(work: UnitOfWork, found: Sequence[HousingNeed]) -> list[NeedRow]:
    """The needs as rows, without those of hidden people; that each is read is noted. Two questions."""
    people = await names(work, [one.person_id for one in found])
    offices = await office_names(work, [one.office_id for one in found])
    rows = []
    for one in found:
        if one.person_id not in people:
            continue
        _note(work, one)
        person, office = people[one.person_id], offices.get(one.office_id)
        plain = {name: getattr(one, name) for name in PLAIN}
        named = {"full_name": person.full_name, "born_on": person.born_on, "office": office.name if office else ""}
        rows.append(NeedRow(**plain, **named))
    return rows


PLAIN = (
    "id",
    "person_id",
    "status",
    "kind",
    "reason",
    "rooms",
    "people",
    "most_rent",
    "since_on",
    "said_on",
    "closing_code",
)


def _note(work: UnitOfWork, found: HousingNeed) -> None:
    work.note_reading(
        Reading(
            person_id=found.person_id,
            ente_id=found.ente_id,
            subject=ReadingSubject.HOUSING_NEED.value,
            subject_id=found.id,
            purpose=ReadingPurpose.HOUSING_WORK.value,
        )
    )
