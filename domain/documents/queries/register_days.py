"""The closed days of the protocollo, and their files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.documents.gateways.proven_content import proven_content
from domain.documents.model.protocollo import ProtocolloAnnulment, ProtocolloEntry, RegisterDay
from domain.documents.permissions import may_read_register
from domain.documents.rules.day_register import DayAnnulment, DayEntry
from domain.kernel.actor import Operator, System
from domain.kernel.clock import ROME, midnight
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class DayRow:
    """A closed day; ``is_signed`` with the seal of the ente."""

    id: UUID
    ente_id: UUID
    day: date
    entries: int
    annulments: int
    first_label: str
    last_label: str
    sha256: str
    is_signed: bool
    closed_at: datetime

    @property
    def file_name(self) -> str:
        """What the file is called."""
        return f"registro-{self.day.isoformat()}.pdf{'.p7m' if self.is_signed else ''}"


async def register_days(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[DayRow]:
    """A page of the closed days of the operator's enti, the latest first. Refuses NotAllowed."""
    where = _seen_by(operator)
    total = (await work.session.exec(select(sa.func.count(col(RegisterDay.id))).where(where))).one()
    latest = select(RegisterDay).where(where).order_by(col(RegisterDay.registered_on).desc(), col(RegisterDay.ente_id))
    found = (await work.session.exec(latest.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page([_row(one) for one in found], max(1, page), PAGE_SIZE, total)


async def register_day_file(work: UnitOfWork, operator: Operator, day_id: UUID) -> tuple[DayRow, bytes]:
    """A closed day and its file. Refuses NotAllowed, NotFound, and FileNotIntact."""
    wanted = select(RegisterDay).where(_seen_by(operator), col(RegisterDay.id) == day_id)
    found = (await work.session.exec(wanted)).first()
    if found is None:
        raise NotFound
    return _row(found), await proven_content(found)


async def days_to_close(work: UnitOfWork, system: System) -> Sequence[tuple[UUID, date]]:
    """The past days with lines or annulments that are not closed yet, the first first; for the nightly job."""
    today = midnight(work.today)
    days = set()
    for table, column in (
        (ProtocolloEntry, ProtocolloEntry.registered_at),
        (ProtocolloAnnulment, ProtocolloAnnulment.created_at),
    ):
        last = (
            select(RegisterDay.ente_id, sa.func.max(col(RegisterDay.registered_on)).label("day"))
            .group_by(col(RegisterDay.ente_id))
            .subquery()
        )
        day = sa.cast(sa.func.timezone(ROME.key, col(column)), sa.Date)
        wanted = (
            select(table.ente_id, day)
            .outerjoin(last, last.c.ente_id == col(table.ente_id))
            .where(col(column) < today, sa.or_(last.c.day.is_(None), day > last.c.day))
            .distinct()
        )
        days |= {(ente_id, on) for ente_id, on in (await work.session.exec(wanted)).all()}
    return sorted(days, key=lambda one: (str(one[0]), one[1]))


async def day_content(
    work: UnitOfWork, system: System, ente_id: UUID, day: date
) -> tuple[list[DayEntry], list[DayAnnulment]]:
    """Everything that the register of ``ente_id`` holds of ``day``, in the order of the numbers."""
    start, end = midnight(day), midnight(day + timedelta(days=1))
    lines = select(ProtocolloEntry).where(
        col(ProtocolloEntry.ente_id) == ente_id,
        col(ProtocolloEntry.registered_at) >= start,
        col(ProtocolloEntry.registered_at) < end,
    )
    entries = (await work.session.exec(lines.order_by(col(ProtocolloEntry.year), col(ProtocolloEntry.number)))).all()
    taken_back = (
        select(ProtocolloAnnulment, ProtocolloEntry)
        .join(ProtocolloEntry, col(ProtocolloEntry.id) == col(ProtocolloAnnulment.entry_id))
        .where(
            col(ProtocolloAnnulment.ente_id) == ente_id,
            col(ProtocolloAnnulment.created_at) >= start,
            col(ProtocolloAnnulment.created_at) < end,
        )
        .order_by(col(ProtocolloAnnulment.created_at))
    )
    annulled = (await work.session.exec(taken_back)).all()
    called = await operator_names(work, [one.operator_id for one, _entry in annulled])
    return (
        [
            DayEntry(one.label, one.registered_at, one.direction, one.counterpart, one.subject, one.content_sha256)
            for one in entries
        ],
        [
            DayAnnulment(entry.label, one.created_at, called.get(one.operator_id, ""), one.reason, one.act)
            for one, entry in annulled
        ],
    )


async def last_closed(work: UnitOfWork, system: System, ente_id: UUID) -> tuple[date, str] | None:
    """The last closed day of an ente and the fingerprint of its file; None before the first."""
    wanted = (
        select(RegisterDay).where(col(RegisterDay.ente_id) == ente_id).order_by(col(RegisterDay.registered_on).desc())
    )
    found = (await work.session.exec(wanted.limit(1))).first()
    return (found.registered_on, found.sha256) if found else None


def _seen_by(operator: Operator) -> sa.ColumnElement[bool]:
    if not may_read_register(operator):
        raise NotAllowed
    return col(RegisterDay.ente_id).in_(operator.enti)


def _row(found: RegisterDay) -> DayRow:
    return DayRow(
        found.id,
        found.ente_id,
        found.registered_on,
        found.entries,
        found.annulments,
        found.first_label,
        found.last_label,
        found.sha256,
        found.signed_by is not None,
        found.created_at,
    )
