"""Who has read somebody's file: office or delegate, day, what and why. The operator's name is not shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.queries.delegations import delegate_names
from domain.kernel.actor import Citizen
from domain.kernel.clock import midnight
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.reading import ReadingPurpose, purpose_label, subject_label
from domain.kernel.text import Text
from domain.organization.queries.office_names import office_names
from domain.platform.reading_log import ReadingRecord
from domain.platform.work import UnitOfWork
from domain.registry.queries.former_records import former_records

MOST_OFFICES = 200


@dataclass(frozen=True)
class ReadingFilter:
    """Which readings: of one office, by people who act for the citizen, on some days (``ends_on`` included)."""

    office_id: UUID | None = None
    is_by_others: bool = False
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class ReadingRow:
    """A reading: when, by which office of which ente or by who acts for the citizen, of what, and why.

    ``is_emergency``: an operator opened a protected file without being named for it, and said why.
    ``is_representative``: a parent or guardian read, not a delegate.
    """

    at: datetime
    office_name: str
    ente_name: str
    subject: Text
    purpose: Text
    is_by_delegate: bool = False
    delegate_name: str = ""
    is_emergency: bool = False
    is_representative: bool = False


EVERY = ReadingFilter()


async def readings_of(
    work: UnitOfWork, citizen: Citizen, page: int = 1, chosen: ReadingFilter = EVERY, *, size: int = PAGE_SIZE
) -> Page[ReadingRow]:
    """A page of the readings of ``citizen``'s own file that ``chosen`` lets through, the latest first.

    What was read of a record that was joined to this one is there too. Four questions, five when a delegate has read.
    A delegate who acts for a body (CAF, patronato) has no name here. Attempts that were refused are no readings.
    """
    mine = (*await _of(work, citizen), *_within(chosen))
    total = (await work.session.exec(select(sa.func.count(col(ReadingRecord.id))).where(*mine))).one()
    latest = select(ReadingRecord).where(*mine).order_by(col(ReadingRecord.created_at).desc(), col(ReadingRecord.id))
    found = (await work.session.exec(latest.offset(offset_of(page, size)).limit(size))).all()
    return Page(await _rows(work, citizen, found), max(1, page), size, total)


async def reading_offices(work: UnitOfWork, citizen: Citizen) -> Sequence[tuple[UUID, str]]:
    """The offices that have read the citizen's file, with their names and enti: for choosing among them."""
    by_offices = (*await _of(work, citizen), col(ReadingRecord.office_id).is_not(None))
    wanted = select(ReadingRecord.office_id).where(*by_offices).distinct()
    found = (await work.session.exec(wanted.limit(MOST_OFFICES))).all()
    called = await office_names(work, [one for one in found if one])
    offices = [(office_id, f"{row.name} – {row.ente_name}") for office_id, row in called.items()]
    return sorted(offices, key=lambda one: one[1])


async def _of(work: UnitOfWork, citizen: Citizen) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        col(ReadingRecord.person_id).in_((citizen.person_id, *await former_records(work, citizen.person_id))),
        sa.or_(col(ReadingRecord.office_id).is_not(None), col(ReadingRecord.citizen_id) != citizen.person_id),
        col(ReadingRecord.is_granted).is_(True),
    )


def _within(chosen: ReadingFilter) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if chosen.office_id is not None:
        found.append(col(ReadingRecord.office_id) == chosen.office_id)
    if chosen.is_by_others:
        found.append(col(ReadingRecord.citizen_id).is_not(None))
    if chosen.starts_on is not None:
        found.append(col(ReadingRecord.created_at) >= midnight(chosen.starts_on))
    if chosen.ends_on is not None:
        found.append(col(ReadingRecord.created_at) < midnight(chosen.ends_on + timedelta(days=1)))
    return found


async def _rows(work: UnitOfWork, citizen: Citizen, found: Sequence[ReadingRecord]) -> list[ReadingRow]:
    offices = await office_names(work, [reading.office_id for reading in found if reading.office_id])
    delegates = await delegate_names(work, citizen) if any(reading.citizen_id for reading in found) else {}
    rows = []
    for reading in found:
        office = offices.get(reading.office_id) if reading.office_id else None
        rows.append(
            ReadingRow(
                at=reading.created_at,
                office_name=office.name if office else "",
                ente_name=office.ente_name if office else "",
                subject=subject_label(reading.subject),
                purpose=purpose_label(reading.purpose),
                is_by_delegate=reading.citizen_id is not None,
                delegate_name=delegates.get(reading.citizen_id, "") if reading.citizen_id else "",
                is_emergency=reading.purpose == ReadingPurpose.EMERGENCY,
                is_representative=reading.purpose == ReadingPurpose.REPRESENTATION,
            )
        )
    return rows
