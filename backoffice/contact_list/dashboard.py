"""How long people waited and how much work there was, as tables beside the counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from backoffice.contact_list.choices import ListChoices
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.queries.arrivals.waiting_times import WaitingTime, waiting_now, waiting_times
from domain.reception.queries.sheets.request_minutes import RequestMinutes, request_minutes
from domain.reception.queries.sheets.sheet_filter import SheetFilter
from web.locale import gettext, short_date

Rows = list[list[Any]]


async def waiting_tables(
    work: UnitOfWork, operator: Operator, wanted: SheetFilter, choices: ListChoices
) -> dict[str, Rows]:
    """Who waits now, and the waiting times of each office and of each of its days."""
    offices = dict(choices.offices)
    now = await waiting_now(work, operator, wanted)
    times = await waiting_times(work, operator, wanted)
    return {
        "now": [[offices.get(str(one.office_id), "–"), one.waiting, one.longest] for one in now],
        "waited": _times([one for one in times if one.day is None], offices),
        "waited_days": _times([one for one in times if one.day is not None], offices, with_day=True),
    }


async def work_tables(
    work: UnitOfWork, operator: Operator, wanted: SheetFilter, choices: ListChoices
) -> tuple[RequestMinutes, dict[str, Rows]]:
    """The minutes on requested services, by office and by operator."""
    offices = dict(choices.offices)
    found = await request_minutes(work, operator, wanted)
    return found, {
        "work_office": [[offices.get(str(office_id), "–"), minutes] for office_id, minutes in found.by_office],
        "work_operator": [[name or gettext("Schede aperte in automatico"), told] for name, told in found.by_operator],
    }


def _times(found: Sequence[WaitingTime], offices: Mapping[str, str], *, with_day: bool = False) -> Rows:
    return [
        [
            *([short_date(one.day)] if with_day else []),
            offices.get(str(one.office_id), "–"),
            one.arrived,
            one.left,
            one.median,
            one.longest,
        ]
        for one in found
    ]
