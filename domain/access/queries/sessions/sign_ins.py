"""The journal of operators' accesses, as administrators read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.access.model.sign_in_log import OperatorSignIn
from domain.access.permissions import sign_ins_seen_by
from domain.access.rules.devices import device_words
from domain.access.terms import SignInOutcome, Way
from domain.kernel.actor import Operator
from domain.kernel.clock import midnight
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.text import Text
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork

MOST_ROWS = 20_000
"""Of a file: who needs more chooses a shorter period."""
MOST_OPERATORS = 500


class SignInFilter(BaseModel):
    """Which lines: of one operator, with one outcome, from a day to another, both included."""

    operator_id: UUID | None = None
    outcome: SignInOutcome | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class SignInRow:
    """A line. ``operator`` is empty for a name that nobody has, ``by`` where the operator did it."""

    at: datetime
    operator: str
    outcome: SignInOutcome
    way: Way | None
    office: str
    device: Text | None
    by: str


async def sign_ins(work: UnitOfWork, operator: Operator, wanted: SignInFilter, page: int = 1) -> Page[SignInRow]:
    """A page of the lines that ``operator`` may see, the latest first: none for who administers nothing."""
    where = _conditions(operator, wanted)
    total = (await work.session.exec(select(sa.func.count(col(OperatorSignIn.id))).where(*where))).one()
    latest = select(OperatorSignIn).where(*where).order_by(*_latest_first()).offset(offset_of(page)).limit(PAGE_SIZE)
    found = (await work.session.exec(latest)).all()
    return Page(await _rows(work, found), max(1, page), PAGE_SIZE, total)


async def all_sign_ins(work: UnitOfWork, operator: Operator, wanted: SignInFilter) -> Sequence[SignInRow]:
    """All of them for a file, the latest first, up to twenty thousand."""
    latest = select(OperatorSignIn).where(*_conditions(operator, wanted)).order_by(*_latest_first()).limit(MOST_ROWS)
    return await _rows(work, (await work.session.exec(latest)).all())


async def operators_in_journal(work: UnitOfWork, operator: Operator) -> Sequence[tuple[UUID, str]]:
    """The operators of whom ``operator`` may see lines, by name, for a list to choose from."""
    there = select(OperatorSignIn.operator_id).where(*_conditions(operator, SignInFilter())).distinct()
    ids = (await work.session.exec(there.limit(MOST_OPERATORS))).all()
    called = await operator_names(work, [one for one in ids if one is not None])
    return sorted(called.items(), key=lambda one: one[1].casefold())


async def last_sign_in(work: UnitOfWork, operator: Operator) -> SignInRow | None:
    """The operator's own sign-in before the latest one; None at the first."""
    wanted = select(OperatorSignIn).where(
        col(OperatorSignIn.operator_id) == operator.operator_id,
        col(OperatorSignIn.outcome) == SignInOutcome.SIGNED_IN,
    )
    wanted = wanted.order_by(*_latest_first()).offset(1).limit(1)
    found = (await work.session.exec(wanted)).one_or_none()
    return _row(found, {}, {}) if found else None


def _latest_first() -> tuple[Any, ...]:
    return col(OperatorSignIn.created_at).desc(), col(OperatorSignIn.id)


def _conditions(operator: Operator, wanted: SignInFilter) -> list[sa.ColumnElement[bool]]:
    where = [sign_ins_seen_by(operator)]
    if wanted.operator_id is not None:
        where.append(col(OperatorSignIn.operator_id) == wanted.operator_id)
    if wanted.outcome is not None:
        where.append(col(OperatorSignIn.outcome) == wanted.outcome)
    if wanted.starts_on is not None:
        where.append(col(OperatorSignIn.created_at) >= midnight(wanted.starts_on))
    if wanted.ends_on is not None:
        where.append(col(OperatorSignIn.created_at) < midnight(wanted.ends_on + timedelta(days=1)))
    return where


async def _rows(work: UnitOfWork, found: Sequence[OperatorSignIn]) -> list[SignInRow]:
    people = {one for row in found for one in (row.operator_id, row.by_operator_id) if one}
    called = await operator_names(work, people)
    offices = await office_names(work, {row.office_id for row in found if row.office_id})
    return [_row(row, called, {key: office.name for key, office in offices.items()}) for row in found]


def _row(found: OperatorSignIn, called: dict[UUID, str], offices: dict[UUID, str]) -> SignInRow:
    return SignInRow(
        found.created_at,
        called.get(found.operator_id, "") if found.operator_id else "",
        found.outcome,
        found.way,
        offices.get(found.office_id, "") if found.office_id else "",
        device_words(found.device) if found.device else None,
        called.get(found.by_operator_id, "") if found.by_operator_id else "",
    )
