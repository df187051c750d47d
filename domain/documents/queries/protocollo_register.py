"""The protocollo of the enti of an operator, as a list to look through and as single lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import col, select

from domain.documents.model.protocollo import ProtocolloAnnulment, ProtocolloEntry
from domain.documents.permissions import may_annul, may_read_register
from domain.documents.terms import Direction
from domain.kernel.actor import Operator
from domain.kernel.clock import midnight
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork

MOST_ROWS = 20_000
"""Of a file: who needs more chooses a shorter period."""


class RegisterFilter(BaseModel):
    """Which lines: of a year and number, in one direction, from a day to another, both included, or annulled ones."""

    year: int | None = None
    number: int | None = None
    direction: Direction | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_annulled: bool = False


@dataclass(frozen=True)
class AnnulmentRow:
    """Why a line no longer counts."""

    annulled_at: datetime
    operator: str
    reason: str
    act: str


@dataclass(frozen=True)
class RegisterRow:
    """A line of the register; ``counterpart`` is empty for a protected person, ``content_sha256`` in hex."""

    id: UUID
    ente_id: UUID
    label: str
    registered_at: datetime
    direction: Direction
    counterpart: str
    subject: str
    content_sha256: str | None
    annulment: AnnulmentRow | None
    may_annul: bool = False


async def protocollo_register(
    work: UnitOfWork, operator: Operator, wanted: RegisterFilter, page: int = 1
) -> Page[RegisterRow]:
    """A page of the lines, the latest first. Refuses NotAllowed without a role that looks through the register."""
    where = _conditions(operator, wanted)
    total = (await work.session.exec(_joined(select(sa.func.count(col(ProtocolloEntry.id)))).where(*where))).one()
    latest = _latest(where).offset(offset_of(page)).limit(PAGE_SIZE)
    return Page(await _rows(work, latest), max(1, page), PAGE_SIZE, total)


async def whole_register(work: UnitOfWork, operator: Operator, wanted: RegisterFilter) -> Sequence[RegisterRow]:
    """All of them for a file, the latest first, up to twenty thousand. Refuses NotAllowed."""
    return await _rows(work, _latest(_conditions(operator, wanted)).limit(MOST_ROWS))


async def protocollo_line(work: UnitOfWork, operator: Operator, entry_id: UUID) -> RegisterRow:
    """One line. Refuses NotAllowed, and NotFound for a line of another ente."""
    where = [*_conditions(operator, RegisterFilter()), col(ProtocolloEntry.id) == entry_id]
    found = await _rows(work, _latest(where))
    if not found:
        raise NotFound
    return found[0]


def _conditions(operator: Operator, wanted: RegisterFilter) -> list[sa.ColumnElement[bool]]:
    if not may_read_register(operator):
        raise NotAllowed
    where: list[sa.ColumnElement[bool]] = [col(ProtocolloEntry.ente_id).in_(operator.enti)]
    for column, value in (
        (ProtocolloEntry.year, wanted.year),
        (ProtocolloEntry.number, wanted.number),
        (ProtocolloEntry.direction, wanted.direction),
    ):
        if value is not None:
            where.append(col(column) == value)
    if wanted.starts_on is not None:
        where.append(col(ProtocolloEntry.registered_at) >= midnight(wanted.starts_on))
    if wanted.ends_on is not None:
        where.append(col(ProtocolloEntry.registered_at) < midnight(wanted.ends_on + timedelta(days=1)))
    if wanted.is_annulled:
        where.append(col(ProtocolloAnnulment.id).is_not(None))
    return where


def _joined(asked: Any) -> Any:
    same = col(ProtocolloAnnulment.entry_id) == col(ProtocolloEntry.id)
    return asked.select_from(ProtocolloEntry).outerjoin(ProtocolloAnnulment, same)


def _latest(where: Sequence[sa.ColumnElement[bool]]) -> Any:
    wanted = _joined(select(ProtocolloEntry, ProtocolloAnnulment)).where(*where)
    return wanted.order_by(col(ProtocolloEntry.registered_at).desc(), col(ProtocolloEntry.number).desc())


async def _rows(work: UnitOfWork, wanted: Any) -> list[RegisterRow]:
    found = (await work.session.exec(wanted)).all()
    called = await operator_names(work, [annulled.operator_id for _entry, annulled in found if annulled])
    operator = work.actor
    return [
        RegisterRow(
            entry.id,
            entry.ente_id,
            entry.label,
            entry.registered_at,
            entry.direction,
            entry.counterpart,
            entry.subject,
            entry.content_sha256,
            AnnulmentRow(annulled.created_at, called.get(annulled.operator_id, ""), annulled.reason, annulled.act)
            if annulled
            else None,
            annulled is None and isinstance(operator, Operator) and may_annul(operator),
        )
        for entry, annulled in found
    ]
