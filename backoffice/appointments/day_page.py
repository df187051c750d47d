"""The sheet of a day, made the same way wherever it is shown again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES
from domain.kernel.roles import ADMIN_ROLES, DESK_ROLES
from domain.kernel.text import _
from domain.organization.queries.offices import OfficeRow, offices_of_all
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.day.day_row import DayRow
from domain.scheduling.queries.day.day_sheet import day_sheet
from domain.scheduling.terms import AppointmentState, Manner
from web.forms import Form, show
from web.locale import sentence
from web.rendering import page

PATH = "/appuntamenti"
KEPT = ("giorno", "ufficio", "agenda", "miei")
"""What of an address is kept when one comes back to the same sheet."""

HOME = _("A casa della persona")
BADGES = {
    AppointmentState.BOOKED.value: "neutral",
    AppointmentState.ARRIVED.value: "primary",
    AppointmentState.DONE.value: "success",
    AppointmentState.ABSENT.value: "danger",
    AppointmentState.CANCELLED.value: "neutral",
}


@dataclass(frozen=True)
class AskedSheet:
    """Which day of which office; only one agenda, or only what the operator receives, where asked."""

    day: date
    office_id: UUID
    agenda_id: UUID | None
    is_mine: bool

    def query(self, day: date) -> dict[str, str]:
        """What the address of the same sheet on ``day`` asks."""
        asked = {"giorno": day.isoformat(), "ufficio": str(self.office_id)}
        asked |= {"agenda": str(self.agenda_id)} if self.agenda_id else {}
        return asked | ({"miei": "1"} if self.is_mine else {})

    def url(self, day: date) -> str:
        """The address of the same sheet on ``day``."""
        return f"{PATH}?{urlencode(self.query(day))}"


def sheet_asked(request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator) -> AskedSheet:
    """What the address asks; what it does not say is today, in the own office."""
    given = request.query_params
    return AskedSheet(
        day=day_in(given.get("giorno", "")) or work.today,
        office_id=uuid_of(given.get("ufficio", "")) or operator.office_id,
        agenda_id=uuid_of(given.get("agenda", "")),
        is_mine=given.get("miei") == "1",
    )


def back_to(query: object, done: dict[str, str]) -> str:
    """The address of the sheet that a form came from, with what was done; of ``query`` only what a sheet asks."""
    kept = {name: value for name, value in parse_qsl(str(query)) if name in KEPT}
    return f"{PATH}?{urlencode(kept | done)}"


async def day_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    """The sheet, with the field in which codes and cards are read; htmx asks for the sheet only."""
    asked = sheet_asked(request, work, operator)
    offices = await _offices(work, operator)
    rows = await day_sheet(work, operator, asked.office_id, asked.day, received_by=_received_by(operator, asked))
    shown = [row for row in rows if asked.agenda_id in (None, row.agenda_id)]
    return page(
        request,
        "appointments/list.html",
        block="day",
        status=status,
        form=form,
        asked=asked,
        rows=shown,
        agendas=sorted({(str(row.agenda_id), row.agenda) for row in rows}, key=lambda one: one[1]),
        offices=[(str(one.id), one.name) for one in offices],
        counts=Counter(row.state for row in shown),
        overdue=sum(row.is_overdue for row in shown),
        chosen=show(asked.query(asked.day)),
        badges=BADGES,
        manners={one.value: sentence(HOME if one is Manner.HOME else one.label) for one in Manner},
        before=asked.url(asked.day - timedelta(days=1)),
        after=asked.url(asked.day + timedelta(days=1)),
        today=asked.url(work.today),
        is_today=asked.day == work.today,
        may_note=asked.office_id == operator.office_id and operator.has(*DESK_ROLES),
        query=urlencode(asked.query(asked.day)),
        language_names={one.code: one.native_name for one in LANGUAGES},
        number=_number(request),
        done=request.query_params.get("fatto", ""),
        now=work.now,
    )


def _received_by(operator: Operator, asked: AskedSheet) -> UUID | None:
    return operator.operator_id if asked.is_mine else None


async def _offices(work: UnitOfWork, operator: Operator) -> Sequence[OfficeRow]:
    """The offices whose sheets may be looked at: all of the enti of who administers them, otherwise one's own."""
    ente_ids = operator.enti if operator.has(*ADMIN_ROLES) else (operator.ente_id,)
    found = await offices_of_all(work, operator, ente_ids)
    return [one for one in found if operator.has(*ADMIN_ROLES) or one.id == operator.office_id]


def uuid_of(text: str) -> UUID | None:
    """The id in an address or a field; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def day_in(text: str) -> date | None:
    """The day in an address or a field; None for anything else, and for days that nobody books."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if 2000 <= found.year <= 2100 else None  # the day before and the day after are days too


def _number(request: Request[Any, Any, Any]) -> str:
    """The number that somebody was given, to be said once; anything else is nothing."""
    text = request.query_params.get("numero", "")
    return text if text.isdecimal() and len(text) < 5 else ""


def rows_to_receive(rows: Sequence[DayRow], operator: Operator) -> list[DayRow]:
    """Those for which somebody who is here now is expected in the operator's office, by hour."""
    return [row for row in rows if row.office_id == operator.office_id and row.may_arrive]
