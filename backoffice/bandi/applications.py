"""The applications to a bando with their points, on a page and as a file. They stand by arrival: it is no ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.bandi.paths import BANDO, as_typed, bando_path
from backoffice.households.choosing import chosen_person
from domain.catalogue.queries.bandi.bando_in_force import BandoInForce
from domain.intake.queries.bandi.bando_applications import (
    BandoApplicationRow,
    BandoFilter,
    bando_applications,
    bando_applications_for_file,
)
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Operator
from domain.kernel.clock import ROME
from domain.kernel.money import parse
from domain.kernel.refusals import NotFound
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform.work import UnitOfWork
from web.access import operator
from web.downloads import download
from web.forms import Form, show, typed
from web.locale import gettext, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.spreadsheet import ODS, XLSX, Cell, as_csv, as_ods, as_xlsx
from web.work import CurrentOperator, Work

SENT = tuple(one for one in ApplicationStatus if one is not ApplicationStatus.DRAFT)
HEADS = (_("Protocollo"), _("Inviata il"), _("Persona"), _("Stato"), _("Punti"))
LATE = _("Motivo del ritardo")
POINT = 100


@dataclass(frozen=True)
class Asked:
    """The filter, and the same as texts for addresses and fields."""

    wanted: BandoFilter
    query: dict[str, str]


class BandoApplicationController(Controller):
    """Who has applied, and with how many points."""

    path = f"{BANDO}/domande"

    @get("/", name="bando.applications", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """A page of them, filtered."""
        return await applications_page(request, work, operator, bando_id, show())

    @post("/", name="bando.application.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """For whom one is begun: on to the page of this person, with the bando chosen already."""
        form = await typed(request)
        form.values.pop("person_id", None)
        if (person_id := await chosen_person(work, operator, form)) is not None:
            return see_other(request, f"/persone/{person_id}/domande/nuova?bando={bando_id}")
        if "person_id" in form.errors:  # nothing was typed
            form.errors["codice_fiscale"] = form.errors.pop("person_id")
        return await applications_page(request, work, operator, bando_id, form, status=422)

    @get("/file/{kind:str}", name="bando.applications.file", **operator(*DESK_ROLES, fresh=True))
    async def show(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        bando_id: FromPath[UUID],
        kind: FromPath[str],
    ) -> Response[bytes]:
        """The same rows with the points of each criterion, for a spreadsheet."""
        asked = _asked(dict(request.query_params))
        bando, rows = await bando_applications_for_file(work, operator, bando_id, asked.wanted)
        heads, cells = _table(bando, rows)
        name = f"{bando.slug}-{work.today.isoformat()}"
        match kind:
            case "xlsx":
                return download(as_xlsx(bando.slug, heads, cells), f"{name}.xlsx", XLSX)
            case "ods":
                return download(as_ods(bando.slug, heads, cells), f"{name}.ods", ODS)
            case "csv":
                typed = [[_word(cell) for cell in row] for row in cells]
                return download(as_csv(heads, typed), f"{name}.csv", "text/csv; charset=utf-8")
            case _:
                raise NotFound


async def applications_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    bando_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """A page of them, filtered; ``form`` is for whom one is to be begun, as far as it was typed."""
    asked = _asked(dict(request.query_params))
    bando, found = await bando_applications(work, operator, bando_id, asked.wanted, page_number(request))
    return page(
        request,
        "bandi/applications.html",
        status=status,
        bando=bando,
        rows=found.items,
        total=found.total,
        pages=PageLinks(found.number, found.pages, bando_path(bando_id, "/domande"), asked.query),
        form=form,
        filters=show(asked.query),
        query=asked.query,
        states=[(one.value, sentence(one.label)) for one in SENT],
        formats=[("xlsx", gettext("Excel")), ("ods", gettext("OpenDocument")), ("csv", gettext("CSV"))],
    )


def _asked(given: dict[str, str]) -> Asked:
    """What the address asks for; what cannot be understood is left out."""
    status = next((one for one in SENT if one.value == given.get("stato")), None)
    least = _points(given.get("punti", ""))
    is_corrected = given.get("corrette") == "1"
    texts = {
        "stato": status.value if status else "",
        "punti": as_typed(least) if least is not None else "",
        "corrette": "1" if is_corrected else "",
    }
    return Asked(BandoFilter(status, least, is_corrected), {key: value for key, value in texts.items() if value})


def _points(typed: str) -> int | None:
    try:
        found = parse(typed)
    except ValueError:
        return None
    return int(found * POINT) if found.is_finite() and abs(found) < POINT * POINT else None


def _table(bando: BandoInForce, rows: Sequence[BandoApplicationRow]) -> tuple[list[str], list[list[Cell]]]:
    criteria = bando.content.criteria
    heads = [*(sentence(head) for head in HEADS), *(one.label.in_("it") for one in criteria), sentence(LATE)]
    return heads, [
        [*_cells(row), *(_number(row.given.get(one.key)) for one in criteria), row.late_reason] for row in rows
    ]


def _cells(row: BandoApplicationRow) -> list[Cell]:
    sent = f"{row.submitted_at.astimezone(ROME):%d/%m/%Y %H:%M:%S}" if row.submitted_at else ""
    state = sentence(row.outcome.label if row.outcome else row.status.label)
    return [row.protocollo, sent, row.beneficiary_name, state, _number(row.points)]


def _number(hundredths: int | None) -> Decimal | None:
    return None if hundredths is None else Decimal(hundredths) / POINT


def _word(cell: Cell) -> str:
    return str(cell).replace(".", ",") if isinstance(cell, Decimal) else cell or ""
