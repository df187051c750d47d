"""Who looks for a dwelling: the list, the same as a file, and one need."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.housing.file import as_file
from backoffice.housing.filters import STATES, Asked, asked
from backoffice.housing.pages import need_page
from domain.housing.queries.closings import closing_words
from domain.housing.queries.need_list import need_list, needs_for_file
from domain.housing.terms import READING_ROLES, DwellingKind, NeedReason, NeedStatus
from domain.kernel.actor import Operator
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from web.access import operator
from web.downloads import download
from web.forms import show
from web.locale import gettext, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page
from web.work import CurrentOperator, Work

PATH = "/casa/fabbisogni"


class HousingNeedController(Controller):
    """The needs."""

    path = PATH

    @get("/", name="housing_needs", **operator(*READING_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """One page, filtered; htmx asks for the list only."""
        chosen = asked(request)
        found = await need_list(work, operator, chosen.wanted, page_number(request))
        shown = {
            "rows": found.items,
            "total": found.total,
            "chosen": chosen,
            "views": _views(chosen),
            "filters": await _filters(work, operator),
            "pages": PageLinks(found.number, found.pages, PATH, chosen.query),
            "file": PageLinks(1, 1, f"{PATH}/file", chosen.query).url(1),
        }
        return page(request, "housing/list.html", block="needs", **shown)

    @get("/file", name="housing_needs.file", **operator(*READING_ROLES))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The same needs for a spreadsheet, at most 5000."""
        found = await needs_for_file(work, operator, asked(request).wanted)
        words = await closing_words(work, operator.ente_id)
        return download(as_file(found, words), "fabbisogni.csv", "text/csv; charset=utf-8")

    @get("/{need_id:uuid}", name="housing_need.show", **operator(*READING_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, need_id: FromPath[UUID]
    ) -> Response[Any]:
        """One need with its history; the reading is noted."""
        return await need_page(request, work, operator, need_id, show())


def _views(chosen: Asked) -> list[tuple[str, str, int | None, bool]]:
    labels = {NeedStatus.OPEN: gettext("Aperti"), NeedStatus.CLOSED: gettext("Chiusi"), None: gettext("Tutti")}
    rest = {key: value for key, value in chosen.query.items() if key != "stato"}
    return [
        (labels[status], PageLinks(1, 1, PATH, rest | {"stato": name}).url(1), None, status is chosen.wanted.status)
        for name, status in STATES.items()
    ]


async def _filters(work: UnitOfWork, operator: Operator) -> list[tuple[str, str, list[tuple[str, str]]]]:
    offices = await offices_of_all(work, operator, operator.enti)
    return [
        ("tipo", gettext("Che cosa cerca"), [(one.value, sentence(one.label)) for one in DwellingKind]),
        ("motivo", gettext("Perché"), [(one.value, sentence(one.label)) for one in NeedReason]),
        ("ufficio", gettext("Ufficio"), [(str(row.id), row.name) for row in offices]),
    ]
