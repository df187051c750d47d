"""A written sheet against the lists of the ente, the registry and the rules: what it says, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.kernel.actor import Operator
from domain.kernel.text import Text, _
from domain.organization.queries.codes import CodeRow
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.birthplaces import birthplace_code
from domain.reception.queries.code_words import (
    CATEGORIES,
    CHANNELS,
    INTERLOCUTORS,
    NEEDS,
    REASONS,
    SERVICES,
    choosable,
    desk_codes,
    labels,
)
from domain.reception.queries.desks.desk_of import DeskRow, desk_of
from domain.reception.queries.desks.notices import notice_of, notice_taken_by
from domain.reception.queries.sheets.known_of import known_of
from domain.reception.rules.completeness import Contact, missing
from domain.reception.rules.first_assessment import suggest
from domain.reception.rules.parts import TypedNeed, TypedRequest
from domain.reception.rules.resolving import resolved
from domain.reception.rules.section_fields import cleaned
from domain.reception.rules.section_forms import latest
from domain.reception.rules.told import understood
from domain.reception.rules.written_sheet import WrittenSheet
from domain.reception.terms.desks import Section

Codes = Mapping[str, list[CodeRow]]


@dataclass(frozen=True)
class UnderstoodSheet:
    """What a sheet says. ``problems`` by field of the page: the rest counts only when there are none."""

    problems: dict[str, Text]
    known: dict[str, Any]
    told: dict[str, Any]
    needs: list[TypedNeed]
    requests: list[TypedRequest]
    sections: dict[str, Any]
    is_hidden: bool


async def understood_sheet(
    work: UnitOfWork, operator: Operator, found: ContactSheet, written: WrittenSheet
) -> UnderstoodSheet:
    """Read ``written`` for ``found``, to which the caller came through its door. Refuses NotFound for the person."""
    codes, desk = await desk_codes(work, found.ente_id), await desk_of(work, found.office_id)
    known = await known_of(work, operator, written.person_id) if written.person_id else {}
    told, problems = understood(written.told, work.today)
    if (place := told.get("birthplace")) and "birthplace" in written.told:
        if (code := await birthplace_code(work, found.ente_id, place)) is None:
            problems["birthplace"] = _("Scrivi il nome intero del comune, o dello Stato estero.")
        else:
            told["birthplace"] = code
    offered = {name: labels(choosable(codes[name])) for name in (NEEDS, SERVICES)}
    needs, unknown_needs = resolved([one for one in written.needs if one.code], offered[NEEDS], "needs")
    requests, unknown_requests = resolved([one for one in written.requests if one.code], offered[SERVICES], "requests")
    sections, wrong_answers = _sections(desk, written, codes)
    lacking = missing(
        Contact(
            contact_on=written.contact_on,
            is_anonymous=written.is_anonymous,
            known=told | known,
            channel=written.channel,
            interlocutor=written.interlocutor,
            interlocutor_office=written.interlocutor_office,
            reasons=written.reasons,
            outcome=written.outcome,
            needs=len(needs),
            requests=len(requests),
            has_foreign_section=Section.FOREIGN.value in sections,
            is_notice_taken=await _is_notice_taken(work, operator, found, written),
            is_notice_published=await notice_of(work, found.office_id) is not None,
            required=desk.required,
        ),
        work.today,
    )
    wrong = _unknown_codes(written, codes) | problems | unknown_needs | unknown_requests | wrong_answers
    answers = sections.get(Section.FIRST_ASSESSMENT.value, {}).get("answers", {})
    return UnderstoodSheet(lacking | wrong, known, told, needs, requests, sections, suggest(answers).is_hidden)


async def _is_notice_taken(work: UnitOfWork, operator: Operator, found: ContactSheet, written: WrittenSheet) -> bool:
    if written.notice_way is not None:
        return True
    if written.person_id is None:
        return False
    taken = await notice_taken_by(work, operator, found.office_id, written.person_id)
    return taken is not None and taken.is_current


def _sections(desk: DeskRow, written: WrittenSheet, codes: Codes) -> tuple[dict[str, Any], dict[str, Text]]:
    """The answered sections that the desk has switched on, each with the version of its form."""
    known = {name: frozenset(row.code for row in rows) for name, rows in codes.items()}
    kept: dict[str, Any] = {}
    problems: dict[str, Text] = {}
    for section in desk.sections:
        form = latest(section)
        answers, wrong = cleaned(form, written.sections.get(section, {}), known)
        problems |= {f"{section.value}.{key}": text for key, text in wrong.items()}
        if answers:
            kept[section.value] = {"version": form.version, "answers": answers}
    return kept, problems


def _unknown_codes(written: WrittenSheet, codes: Codes) -> dict[str, Text]:
    """Codes that are not in the lists: a page made by us does not send them."""
    chosen = {
        "channel": (CHANNELS, (written.channel,)),
        "interlocutor": (INTERLOCUTORS, (written.interlocutor,)),
        "reasons": (REASONS, written.reasons),
        "categories": (CATEGORIES, written.categories),
    }
    return {
        field: _("Scegli una delle risposte.")
        for field, (name, values) in chosen.items()
        if {value for value in values if value} - {row.code for row in codes[name]}
    }
