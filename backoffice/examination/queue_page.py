"""The page of the queue, made the same way wherever it is shown again."""

from typing import Any

from litestar import Request, Response

from backoffice.examination.filters import PATH, VIEWS, Asked
from domain.catalogue.queries.published_services import published_services
from domain.intake.queries.examination.queue import examination_queue
from domain.intake.queries.examination.saved_filters import saved_filters
from domain.kernel.actor import Operator
from domain.kernel.languages import LANGUAGES
from domain.kernel.roles import DESK_ROLES, Role
from domain.kernel.text import Text, _
from domain.organization.queries.colleagues import colleagues
from domain.organization.queries.offices import offices_of_all
from domain.platform.work import UnitOfWork
from domain.procedure.queries.deadlines_due import DueCounts, due_counts
from domain.procedure.terms import Clock
from web.forms import Form
from web.locale import language_code, sentence
from web.pagination import PageLinks, page_number
from web.rendering import page

VIEW_WORDS: dict[str, Text] = {
    "tutte": _("Tutte"),
    "mie": _("Le mie"),
    "libere": _("Da assegnare"),
    "scadenza": _("In scadenza"),
    "visti": _("Aspettano il visto"),
}
COUNTED = {"tutte": "all", "mie": "mine", "libere": "free", "scadenza": "soon", "visti": "visa"}
CLOCKS = (Clock.RUNNING, Clock.SUSPENDED)


async def queue_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    chosen: Asked,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """The rows of the filter, the views with their counts, the filters that are kept."""
    found = await examination_queue(work, operator, chosen.wanted, page_number(request))
    counts = await due_counts(work, operator)
    return page(
        request,
        "examination/list.html",
        block="queue",
        status=status,
        form=form,
        chosen=chosen,
        rows=found.items,
        total=found.total,
        pages=PageLinks(found.number, found.pages, PATH, chosen.query),
        views=_views(chosen, counts),
        filters=await _filters(work, operator),
        kept=[(one, PageLinks(1, 1, PATH, one.query).url(1)) for one in await saved_filters(work, operator)],
        is_head=operator.has(Role.OFFICE_HEAD),
        language_names={one.code: one.native_name for one in LANGUAGES},
        spoken_here=language_code(),
        done=_number(request, "fatti"),
        refused=_number(request, "rifiutati"),
    )


def _number(request: Request[Any, Any, Any], name: str) -> int | None:
    """How many, as the address says after something was done."""
    given = request.query_params.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 4 else None


def _views(chosen: Asked, counts: DueCounts) -> list[tuple[str, str, int, bool]]:
    return [
        (
            sentence(VIEW_WORDS[view]),
            PageLinks(1, 1, PATH, {"vista": view}).url(1),
            getattr(counts, COUNTED[view]),
            view == chosen.view,
        )
        for view in VIEWS
    ]


async def _filters(work: UnitOfWork, operator: Operator) -> list[tuple[str, str, list[tuple[str, str]]]]:
    code = language_code()
    offices = await offices_of_all(work, operator, operator.enti)
    services = await published_services(work, operator)
    people = await colleagues(work, operator.enti, DESK_ROLES)
    return [
        ("ufficio", sentence(_("Ufficio")), [(str(one.id), one.name) for one in offices if one.is_open]),
        ("servizio", sentence(_("Servizio")), [(str(one.service_id), one.card.title.in_(code)) for one in services]),
        ("responsabile", sentence(_("Chi ne risponde")), [(str(one.id), one.full_name) for one in people]),
        ("termine", sentence(_("Termine")), [(one.value, sentence(one.label)) for one in CLOCKS]),
        ("lingua", sentence(_("Lingua")), [(one.code, one.native_name) for one in LANGUAGES]),
    ]
