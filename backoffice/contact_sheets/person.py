"""Who the sheet is about: found, chosen or changed on the same page, with nothing typed lost."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.params import FromPath

from backoffice.contact_sheets.writing import Shown, uuid_of, writing_page
from backoffice.sheet_reading.roles import RECEIVING
from domain.kernel.actor import Operator
from domain.kernel.codice_fiscale import scanned_in
from domain.platform.work import UnitOfWork
from domain.reception.queries.sheets.sheet_as_typed import last_sheet_as_typed
from domain.registry.queries.finding.find_people import find_people
from web.access import operator
from web.forms import Form, typed
from web.work import CurrentOperator, Work

SHORTEST, LONGEST = 2, 300


class SheetPersonController(Controller):
    """The person of a sheet."""

    path = "/accoglienza/schede/{sheet_id:uuid}/persona"

    @post("/", name="contact_sheet.person", **operator(*RECEIVING))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, sheet_id: FromPath[UUID]
    ) -> Response[Any]:
        """Look for the typed words, take the chosen person, or copy from the last contact; nothing is written."""
        form = await typed(request)
        shown = Shown(sheet_id, block="sheet_person", version=_version(form))
        if form.value("choose"):
            form.values["person_id"] = str(form.value("choose")).removeprefix("none")
        elif form.value("copy"):
            await _copy(work, operator, form)
            shown.done = "copiata"
        else:
            shown.block = "person_results"
            await _find(work, operator, form, shown)
        answer = await writing_page(request, work, operator, form, shown)
        answer.headers["HX-Retarget"] = f"#{shown.block}"  # a scanned card chooses the person in place of the results
        return answer


async def _find(work: UnitOfWork, operator: Operator, form: Form[Any], shown: Shown) -> None:
    """Who answers to the words; one who is found by a card's code is chosen at once."""
    words = str(form.value("who")).strip()[:LONGEST]
    shown.people = await find_people(work, operator, words) if len(words) >= SHORTEST else []
    if len(shown.people) == 1 and scanned_in(words):
        form.values["person_id"] = str(shown.people[0].id)
        shown.block = "sheet_person"


async def _copy(work: UnitOfWork, operator: Operator, form: Form[Any]) -> None:
    """What was typed already stays: only empty fields are filled."""
    person_id = uuid_of(str(form.value("person_id")))
    last = await last_sheet_as_typed(work, operator, person_id) if person_id else None
    for name, value in (last[1] if last else {}).items():
        if not form.value(name):
            form.values[name] = value


def _version(form: Form[Any]) -> int | None:
    text = str(form.value("seen_version"))
    return int(text) if text.isdigit() and len(text) < 9 else None
