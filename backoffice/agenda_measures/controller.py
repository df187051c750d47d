"""How agendas go: a page, a picture, a file."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.agenda_measures.bars import day_bars
from backoffice.agenda_measures.tables import FILE_HEADS, Measures, file_rows, measures, tables
from backoffice.agendas.paths import asked_day
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.organization.queries.offices import OfficeRow
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.measures.measured_offices import MEASURING_ROLES, measured_offices
from web.access import operator
from web.downloads import download
from web.forms import show
from web.locale import gettext, sentence
from web.rendering import page
from web.spreadsheet import ODS, XLSX, as_csv, as_ods, as_xlsx
from web.work import CurrentOperator, Work

PATH = "/agende/misure"
USUAL = timedelta(days=89)
LONGEST = timedelta(days=91)


class AgendaMeasureController(Controller):
    """Waiting, missed appointments, use of the time."""

    path = PATH

    @get("/", name="agenda_measures", **operator(*MEASURING_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The tables and the picture, for some days and offices."""
        asked = await _asked(request, work, operator)
        found = await measures(work, operator, asked.shown, asked.from_on, asked.to_on)
        bars = day_bars(_waiting(found))
        return page(
            request,
            "agenda_measures/show.html",
            form=show(asked.query),
            offices=[(str(one.id), one.name) for one in asked.offices],
            formats=[("xlsx", gettext("Excel")), ("ods", gettext("OpenDocument")), ("csv", gettext("CSV"))],
            query=f"?{urlencode(asked.query)}",
            is_rounded=found.is_rounded,
            bars=bars,
            bar_names=bars.names if bars else {},
            tables=tables(found),
        )

    @get("/file/{kind:str}", name="agenda_measures.file", **operator(*MEASURING_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, kind: FromPath[str]
    ) -> Response[bytes]:
        """The same numbers for a spreadsheet."""
        asked = await _asked(request, work, operator)
        rows = file_rows(await measures(work, operator, asked.shown, asked.from_on, asked.to_on))
        heads = [sentence(head) for head in FILE_HEADS]
        name = f"agende-{asked.from_on.isoformat()}-{asked.to_on.isoformat()}"
        match kind:
            case "xlsx":
                return download(as_xlsx("agende", heads, rows), f"{name}.xlsx", XLSX)
            case "ods":
                return download(as_ods("agende", heads, rows), f"{name}.ods", ODS)
            case "csv":
                typed = [["" if cell is None else str(cell) for cell in row] for row in rows]
                return download(as_csv(heads, typed), f"{name}.csv", "text/csv; charset=utf-8")
            case _:
                raise NotFound


@dataclass(frozen=True)
class Asked:
    """The offices that may be asked for, those shown, and from which day to which."""

    offices: list[OfficeRow]
    shown: list[OfficeRow]
    from_on: date
    to_on: date
    query: dict[str, str]


async def _asked(request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator) -> Asked:
    """What the address asks for; what cannot be understood is left out, and of a long time the last 92 days remain."""
    given = request.query_params
    offices = [one for one in await measured_offices(work, operator) if one.is_open]
    shown = [one for one in offices if str(one.id) == given.get("ufficio")]
    to_on = asked_day(given.get("al", "")) or work.today
    from_on = asked_day(given.get("dal", "")) or to_on - USUAL
    from_on = min(to_on, max(from_on, to_on - LONGEST))
    query = {"dal": from_on.isoformat(), "al": to_on.isoformat()}
    query |= {"ufficio": str(shown[0].id)} if shown else {}
    return Asked(offices, shown or offices, from_on, to_on, query)


def _waiting(found: Measures) -> list[tuple[str, int]]:
    """For each office, the days to the first free time of its need that waits longest."""
    most: dict[str, int] = {}
    for one in found.now:
        if one.days is not None:
            name = found.offices[one.office_id]
            most[name] = max(one.days, most.get(name, 0))
    return sorted(most.items(), key=lambda pair: -pair[1])
