"""The pages of the archive, made the same way wherever they are shown again; what the address of the list asks."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.documents.queries.archive.filing_sheet import filing_sheet
from domain.documents.queries.archive.filings import ArchiveFilter, filings
from domain.documents.queries.archive.folders import folder_choices, folders
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import person_card
from web.forms import Form, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other

LONGEST = 200
FIELDS = ("q", "cartella", "tipo", "dal", "al", "passati")
DONE = frozenset({"messo", "spostato", "versione", "riservato", "aperto", "annullato"})


def kinds() -> list[tuple[str, str]]:
    """The kinds of paper, to choose one."""
    return [(kind.value, sentence(kind.label)) for kind in DocumentKind]


def chosen_filter(request: Request[Any, Any, Any]) -> tuple[ArchiveFilter, Mapping[str, str]]:
    """What is wanted, and the same as texts for addresses; what makes no sense filters nothing."""
    given = {name: request.query_params.get(name, "").strip()[:LONGEST] for name in FIELDS}
    kind = next((one for one in DocumentKind if one.value == given["tipo"]), None)
    wanted = ArchiveFilter(
        folder=given["cartella"] or None,
        kind=kind,
        starts_on=_day(given["dal"]),
        ends_on=_day(given["al"]),
        words=given["q"],
        also_past=given["passati"] == "1",
    )
    return wanted, {name: text for name, text in given.items() if text}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


async def archive_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any] | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    """The folders, the papers of the chosen one, and the form for another; the reading is noted."""
    person = await person_card(work, operator, person_id)
    path = f"/persone/{person.id}/documenti"
    if person.id != person_id:  # the record was joined to another one
        return see_other(request, path)
    wanted, typed = chosen_filter(request)
    found = await filings(work, operator, person.id, wanted, page_number(request))
    tree = await folders(work, operator, person.id)
    known = {"dated_on": work.today, "folder": wanted.folder}
    return page(
        request,
        "archive/list.html",
        status=status,
        person=person,
        path=path,
        form=form or show(known),
        asked=show(typed),
        typed=typed,
        is_searched=bool(typed.keys() - {"cartella"}),
        rows=found.items,
        total=found.total,
        pages=PageLinks(found.number, found.pages, path, typed),
        tree=tree,
        chosen=next((row for row in tree if row.code == wanted.folder), None),
        folders=[(row.code, row.label) for row in tree if row.is_active],
        kinds=kinds(),
        done=_done(request),
    )


async def filing_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    filing_id: UUID,
    form: Form[Any] | None = None,
    *,
    template: str = "archive/show.html",
    status: int = 200,
) -> Response[Any]:
    """One document with its versions and what may be done, or a form about it; the reading is noted."""
    sheet = await filing_sheet(work, operator, filing_id)
    row = sheet.row
    choices = [(one.code, one.label) for one in await folder_choices(work, operator.ente_id)]
    known = {"folder": row.folder_code, "title": row.title, "dated_on": row.dated_on}
    return page(
        request,
        template,
        status=status,
        sheet=sheet,
        row=row,
        person=await person_card(work, operator, row.person_id),
        form=form or show(known),
        folders=choices if row.folder_code in dict(choices) else [*choices, (row.folder_code, row.folder)],
        today=work.today,
        done=_done(request),
    )


def _done(request: Request[Any, Any, Any]) -> str:
    done = request.query_params.get("fatto", "")
    return done if done in DONE else ""
