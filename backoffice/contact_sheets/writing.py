"""The page on which a sheet is written, made the same way wherever it is shown again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.contact_sheets.lists import WrittenLists, written_lists
from backoffice.contact_sheets.reading import rows
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.platform.work import UnitOfWork
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.queries.desks.notices import notice_of, notice_taken_by
from domain.reception.queries.desks.section_forms_of import SectionForm, section_forms_of
from domain.reception.queries.sheets.known_of import facts_known
from domain.reception.queries.sheets.previous import previous_contacts
from domain.registry.queries.bodies.body_list import body_names
from domain.registry.queries.finding.find_people import FoundPerson
from domain.registry.queries.person_card import person_card
from domain.scheduling.queries.day.next_appointments import next_appointments
from web.forms import Form
from web.locale import sentence
from web.rendering import page

FREE_ROWS = {"needs": 3, "requests": 2}
MOST_ROWS = 30
REFERENCES = range(3)


@dataclass
class Shown:
    """What the page shows besides the form: the people found, and what was done."""

    sheet_id: UUID
    version: int | None = None
    people: Sequence[FoundPerson] | None = None
    done: str = ""
    is_reopened: bool = False
    block: str | None = None
    office_id: UUID | None = None
    ente_id: UUID | None = None


async def writing_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[Any],
    shown: Shown,
    *,
    status: int = 200,
) -> Response[Any]:
    """The sheet with all its fields; of the person only what is not known is asked."""
    office_id, ente_id = shown.office_id or operator.office_id, shown.ente_id or operator.ente_id
    desk, lists = await desk_of(work, office_id), await written_lists(work, ente_id)
    sections = section_forms_of(desk)
    person_id = uuid_of(str(form.value("person_id")))
    may_book = operator.has(*DESK_ROLES)
    card = await person_card(work, operator, person_id) if person_id else None
    return page(
        request,
        "contact_sheets/edit.html",
        block=shown.block,
        status=status,
        form=form,
        shown=shown,
        desk=desk,
        lists=lists,
        sections=sections,
        choices=_choices(sections, lists),
        opened={name.partition(".")[0] for name in (*form.values, *form.errors)},
        person=card,
        known=await facts_known(work, operator, card) if card else {},
        may_book=may_book,
        next_ones=await next_appointments(work, operator, person_id) if person_id and may_book else [],
        previous=await previous_contacts(work, operator, person_id) if person_id else [],
        notice=await notice_of(work, office_id),
        taken=await notice_taken_by(work, operator, office_id, person_id) if person_id else None,
        need_rows=_places(form, "needs"),
        request_rows=_places(form, "requests"),
        references=REFERENCES,
        bodies=await body_names(work, operator),
    )


def _places(form: Form[Any], name: str) -> range:
    """The rows to show: those filled in, and some free ones."""
    filled = max(rows(form, name), default=-1) + 1
    return range(min(MOST_ROWS, filled + FREE_ROWS[name]))


def _choices(sections: Sequence[SectionForm], lists: WrittenLists) -> dict[str, list[tuple[str, str]]]:
    """What may be chosen in each field of the optional sections, by the field's name."""
    return {
        f"{form.section.value}.{field.key}": lists.of_sections[field.list_name]
        if field.list_name
        else [(value, sentence(label)) for value, label in field.options]
        for form in sections
        for field in form.fields
    }


def uuid_of(text: str) -> UUID | None:
    """The key that stands in a field; None when none does."""
    try:
        return UUID(text)
    except ValueError:
        return None
