"""The minutes of work on the requested services, for each office and each operator, under the filter of the list."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.rounding import rounded
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet, ServiceRequest
from domain.reception.permissions import may_only_count, may_work_at_desk
from domain.reception.queries.sheets.sheet_filter import SheetFilter, where_inside

OF_OFFICES, OF_WRITERS, OF_ALL = 0b01, 0b10, 0b11
"""What PostgreSQL's grouping() says of a row: which of office and writer it is not about."""


@dataclass(frozen=True)
class RequestMinutes:
    """Minutes in all, by office and by the operator who wrote the sheet (``""``: sheets that opened by themselves)."""

    total: int
    by_office: list[tuple[UUID, int]]
    by_operator: list[tuple[str, int]]


async def request_minutes(work: UnitOfWork, operator: Operator, wanted: SheetFilter) -> RequestMinutes:
    """Add up what the list under ``wanted`` shows, without what is masked for ``operator``; two questions.

    Who opens no sheets reads minutes rounded to five, and none of an office or an operator with one or two sheets.
    Refuses NotAllowed to who neither opens nor counts contacts.
    """
    if not (may_work_at_desk(operator) or may_only_count(operator)):
        raise NotAllowed
    office, writer = col(ContactSheet.office_id), col(ContactSheet.operator_id)
    statement: Any = (
        sa.select(
            sa.func.grouping(office, writer),
            office,
            writer,
            sa.func.sum(col(ServiceRequest.minutes)),
            sa.func.count(sa.distinct(col(ContactSheet.id))),
        )
        .join(ContactSheet, col(ContactSheet.id) == col(ServiceRequest.sheet_id))
        .where(where_inside(operator, wanted, work.today), col(ServiceRequest.minutes) > 0)
        .group_by(sa.func.grouping_sets(sa.tuple_(office), sa.tuple_(writer), sa.text("()")))
        .order_by(sa.func.sum(col(ServiceRequest.minutes)).desc(), office, writer)
    )
    found = (await work.session.exec(statement)).all()
    called = await operator_names(work, [one for kind, _, one, *_ in found if kind == OF_WRITERS and one])
    minutes = [
        (kind, office_id, one, _told(operator, total or 0, sheets)) for kind, office_id, one, total, sheets in found
    ]
    return RequestMinutes(
        total=sum(told for kind, _, _, told in minutes if kind == OF_ALL),
        by_office=[(office_id, told) for kind, office_id, _, told in minutes if kind == OF_OFFICES],
        by_operator=[(called.get(one, ""), told) for kind, _, one, told in minutes if kind == OF_WRITERS],
    )


def _told(operator: Operator, minutes: int, sheets: int) -> int:
    if not may_only_count(operator):
        return minutes
    return rounded(minutes) if rounded(sheets) else 0
