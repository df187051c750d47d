"""The page of all the documents of a person: the filters as the address says them, and what is shown."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.access.queries.represented_people import people_to_read_for
from domain.documents.terms import DocumentKind, Origin
from domain.intake.queries.papers.own_papers import PaperFilter, own_papers
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from portal.acting.bar import acting_as
from portal.steps.files import size_text
from web.forms import show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page

PATH = "/area-personale/documenti"
YEARS = range(1990, 2200)


async def papers_page(
    request: Request[Any, Any, Any], work: UnitOfWork, citizen: Citizen, person_id: UUID
) -> Response[str]:
    """Those of ``person_id``; refuses like ``own_papers``."""
    wanted, query = filter_of(request.query_params)
    found = await own_papers(work, citizen, person_id, wanted, page_number(request))
    path = PATH if person_id == citizen.person_id else f"{PATH}/{person_id}"
    shown = found.papers.page
    return page(
        request,
        "documents/list.html",
        acting=acting_as(citizen, person_id, found.person_name),
        papers=found.papers,
        applications=found.applications,
        form=show(query),
        kinds=[(one.value, sentence(one.label)) for one in found.papers.kinds],
        years=[(one, str(one)) for one in found.papers.years],
        origins=[(one.value, sentence(one.label)) for one in Origin],
        links=PageLinks(shown.number, shown.pages, path, query),
        is_filtered=bool(query),
        people=[one for one in await people_to_read_for(work, citizen) if one.person_id != person_id],
        path=path,
        base=PATH,
        size_text=size_text,
    )


def filter_of(typed: Mapping[str, str]) -> tuple[PaperFilter, dict[str, str]]:
    """The filter of ``?tipo=…&anno=…&da=…``, and the same as texts; what cannot be understood filters nothing."""
    kind = next((one for one in DocumentKind if one.value == typed.get("tipo")), None)
    origin = next((one for one in Origin if one.value == typed.get("da")), None)
    year = next((one for one in YEARS if str(one) == typed.get("anno")), None)
    texts = {"tipo": kind and kind.value, "anno": year and str(year), "da": origin and origin.value}
    return PaperFilter(kind, year, origin), {name: text for name, text in texts.items() if text}
