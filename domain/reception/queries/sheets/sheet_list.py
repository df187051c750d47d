"""Sheets in a list: what each operator may see of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.permissions import known_to, may_work_at_desk, opened_to
from domain.reception.queries.sheets.sheet_filter import SheetFilter, where
from domain.reception.terms.sheets import Outcome, SheetStatus, SheetView
from domain.registry.queries.names import names

MOST_IN_A_FILE = 5000


@dataclass(frozen=True)
class SheetRow:
    """A sheet in a list. Of a masked one only ``id``-less day and office are there: ``id`` is None."""

    id: UUID | None
    contact_on: date
    office_id: UUID
    office: str
    person_id: UUID | None
    full_name: str
    is_anonymous: bool
    status: SheetStatus | None
    channel: str | None
    outcome: Outcome | None
    operator: str
    is_automatic: bool
    saved_at: datetime | None

    @property
    def is_masked(self) -> bool:
        """Whether only that somebody was there is told."""
        return self.id is None


async def sheet_list(work: UnitOfWork, operator: Operator, wanted: SheetFilter, page: int = 1) -> Page[SheetRow]:
    """One page, the latest contact first; nothing for who opens no sheets. A fixed number of questions."""
    if not may_work_at_desk(operator):
        return Page([], 1, PAGE_SIZE, 0)
    asked = where(operator, wanted, work.today)
    total = (await work.session.exec(select(sa.func.count(col(ContactSheet.id))).where(asked))).one()
    statement = _ordered(operator, asked).offset(offset_of(page)).limit(PAGE_SIZE)
    return Page(await _rows(work, statement), max(1, page), PAGE_SIZE, total)


async def sheets_for_file(work: UnitOfWork, operator: Operator, wanted: SheetFilter) -> Sequence[SheetRow]:
    """The same rows for a file, at most 5000; nothing for who opens no sheets."""
    if not may_work_at_desk(operator):
        return []
    return await _rows(work, _ordered(operator, where(operator, wanted, work.today)).limit(MOST_IN_A_FILE))


async def view_counts(work: UnitOfWork, operator: Operator) -> dict[SheetView, int]:
    """How many sheets each view has; one question."""
    if not may_work_at_desk(operator):
        return dict.fromkeys(SheetView, 0)
    counted = [sa.func.count().filter(where(operator, SheetFilter(view=view), work.today)) for view in SheetView]
    statement: Any = sa.select(*counted).select_from(ContactSheet)
    found = (await work.session.exec(statement)).one()
    return dict(zip(SheetView, found, strict=True))


async def sheets_by_id(work: UnitOfWork, operator: Operator, sheet_ids: Sequence[UUID]) -> Sequence[SheetRow]:
    """The sheets among ``sheet_ids`` that ``operator`` may know of, the latest first: for the case they led to."""
    if not sheet_ids or not may_work_at_desk(operator):
        return []
    return await _rows(work, _ordered(operator, sa.and_(known_to(operator), col(ContactSheet.id).in_(sheet_ids))))


def _ordered(operator: Operator, asked: sa.ColumnElement[bool]) -> Any:
    is_open: Any = opened_to(operator).label("is_open")
    return (
        select(ContactSheet, is_open)
        .where(asked)
        .order_by(col(ContactSheet.contact_on).desc(), col(ContactSheet.created_at).desc(), col(ContactSheet.id))
    )


async def _rows(work: UnitOfWork, statement: Any) -> list[SheetRow]:
    found = (await work.session.exec(statement)).all()
    people = await names(work, [one.person_id for one, is_open in found if is_open and one.person_id])
    offices = await office_names(work, [one.office_id for one, _ in found])
    operators = await operator_names(work, [one.operator_id for one, is_open in found if is_open and one.operator_id])
    rows = []
    for one, is_open in found:
        office = offices[one.office_id].name if one.office_id in offices else ""
        person = people.get(one.person_id) if one.person_id else None
        rows.append(
            _row(one, office, person.full_name if person else _called(one), operators.get(one.operator_id, ""))
            if is_open
            else _masked(one, office)
        )
    return rows


def _called(one: ContactSheet) -> str:
    """The alias of who is anonymous; of a draft, the name typed so far."""
    typed = one.typed
    return one.alias or " ".join(str(typed[key]) for key in ("given_name", "family_name", "alias") if typed.get(key))


def _row(one: ContactSheet, office: str, full_name: str, operator: str) -> SheetRow:
    return SheetRow(
        id=one.id,
        contact_on=one.contact_on,
        office_id=one.office_id,
        office=office,
        person_id=one.person_id,
        full_name=full_name,
        is_anonymous=one.is_anonymous,
        status=one.status,
        channel=one.channel,
        outcome=one.outcome,
        operator=operator,
        is_automatic=one.is_automatic,
        saved_at=one.saved_at,
    )


def _masked(one: ContactSheet, office: str) -> SheetRow:
    return SheetRow(None, one.contact_on, one.office_id, office, None, "", False, None, None, None, "", False, None)
