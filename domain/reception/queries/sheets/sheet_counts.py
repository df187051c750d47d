"""Accesses counted: by day, office, channel, outcome and class of need, under the same filter as the list."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.rounding import rounded
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet, Need
from domain.reception.permissions import may_only_count, may_work_at_desk
from domain.reception.queries.code_words import NEEDS, class_of, desk_codes
from domain.reception.queries.sheets.sheet_filter import SheetFilter, where, where_inside
from domain.reception.terms.sheets import Dimension

MOST_DAYS = 62
Counts = list[tuple[Any, int]]


@dataclass(frozen=True)
class SheetCounts:
    """How many contacts. ``is_rounded`` to fives, for who opens no sheets; ``need_sides``: code, and its four sides."""

    total: int
    by_day: Counts
    by_office: Counts
    by_channel: Counts
    by_outcome: Counts
    by_need_class: Counts
    need_sides: list[tuple[str, dict[Dimension, int]]]
    is_rounded: bool


async def sheet_counts(work: UnitOfWork, operator: Operator, wanted: SheetFilter, ente_id: UUID) -> SheetCounts:
    """Count what the list under ``wanted`` shows. Refuses NotAllowed to who neither opens nor counts contacts.

    Channels, outcomes and needs are counted as their own lists show them: without what is masked for ``operator``.
    """
    if not (may_work_at_desk(operator) or may_only_count(operator)):
        raise NotAllowed
    shown = rounded if may_only_count(operator) else int
    everything = where(operator, wanted, work.today)
    inside = where_inside(operator, wanted, work.today)
    day, office = col(ContactSheet.contact_on), col(ContactSheet.office_id)
    days = await _grouped(work, day, everything)
    sides = await _sides(work, inside)
    classes = await _classes(work, ente_id, inside)
    return SheetCounts(
        total=shown(sum(count for _, count in days)),
        by_day=_shown(sorted(days, reverse=True)[:MOST_DAYS], shown),
        by_office=_shown(await _grouped(work, office, everything), shown),
        by_channel=_shown(await _grouped(work, col(ContactSheet.channel), inside), shown),
        by_outcome=_shown(await _grouped(work, col(ContactSheet.outcome), inside), shown),
        by_need_class=_shown(classes, shown),
        need_sides=[(code, {side: shown(count) for side, count in found.items()}) for code, found in sides.items()],
        is_rounded=may_only_count(operator),
    )


async def _grouped(work: UnitOfWork, column: Any, asked: sa.ColumnElement[bool]) -> Counts:
    counted = sa.func.count()
    statement: Any = sa.select(column, counted).where(asked).group_by(column).order_by(counted.desc(), column)
    found = (await work.session.exec(statement)).all()
    return [(key, count) for key, count in found if key is not None]


async def _sides(work: UnitOfWork, asked: sa.ColumnElement[bool]) -> dict[str, dict[Dimension, int]]:
    """For each need, in how many contacts each of its sides was noted."""
    statement: Any = (
        sa.select(col(Need.code), col(Need.dimension), sa.func.count())
        .join(ContactSheet, col(ContactSheet.id) == col(Need.sheet_id))
        .where(asked)
        .group_by(col(Need.code), col(Need.dimension))
        .order_by(col(Need.code))
    )
    sides: dict[str, dict[Dimension, int]] = {}
    for code, dimension, count in (await work.session.exec(statement)).all():
        sides.setdefault(code, dict.fromkeys(Dimension, 0))[Dimension(dimension)] = count
    return sides


async def _classes(work: UnitOfWork, ente_id: UUID, asked: sa.ColumnElement[bool]) -> Counts:
    """Contacts by class of need: a local need counts under its common one, a contact once in each class."""
    rows = {row.code: row for row in (await desk_codes(work, ente_id))[NEEDS]}
    classes = {code: class_of(row, rows) for code, row in rows.items()}
    statement: Any = (
        sa.select(col(Need.sheet_id), col(Need.code))
        .join(ContactSheet, col(ContactSheet.id) == col(Need.sheet_id))
        .where(asked)
        .distinct()
        .subquery()
    )
    named = sa.case(classes, value=statement.c.code, else_=statement.c.code) if classes else statement.c.code
    counted = sa.func.count(sa.distinct(statement.c.sheet_id))
    grouped: Any = sa.select(named.label("kind"), counted).group_by(sa.text("kind")).order_by(counted.desc())
    return [(key, count) for key, count in (await work.session.exec(grouped)).all()]


def _shown(found: Counts, shown: Any) -> Counts:
    return [(key, shown(count)) for key, count in found]
