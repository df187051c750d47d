"""Who has read somebody's file: office or delegate, day, what and why. The operator's name is not shown."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.queries.delegations import delegate_names
from domain.kernel.actor import Citizen
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.reading import purpose_label, subject_label
from domain.kernel.text import Text
from domain.organization.queries.office_names import office_names
from domain.platform.reading_log import ReadingRecord
from domain.platform.work import UnitOfWork
from domain.registry.queries.former_records import former_records


@dataclass(frozen=True)
class ReadingRow:
    """A reading: when, by which office of which ente or by which delegate, of what, and why."""

    at: datetime
    office_name: str
    ente_name: str
    subject: Text
    purpose: Text
    is_by_delegate: bool = False
    delegate_name: str = ""


async def readings_of(work: UnitOfWork, citizen: Citizen, page: int = 1) -> Page[ReadingRow]:
    """A page of the readings of ``citizen``'s own file by offices and delegates, the latest first.

    What was read of a record that was joined to this one is there too. Four questions, five when a delegate has read.
    A delegate who acts for a body (CAF, patronato) has no name here.
    """
    mine = (
        col(ReadingRecord.person_id).in_((citizen.person_id, *await former_records(work, citizen.person_id))),
        sa.or_(col(ReadingRecord.office_id).is_not(None), col(ReadingRecord.citizen_id) != citizen.person_id),
        col(ReadingRecord.is_granted),
    )
    total = (await work.session.exec(select(sa.func.count(col(ReadingRecord.id))).where(*mine))).one()
    latest = select(ReadingRecord).where(*mine).order_by(col(ReadingRecord.created_at).desc(), col(ReadingRecord.id))
    found = (await work.session.exec(latest.offset(offset_of(page)).limit(PAGE_SIZE))).all()
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
            )
        )
    return Page(rows, max(1, page), PAGE_SIZE, total)
