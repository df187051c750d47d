"""A sheet as its page is typed: to go on with a draft, to change what was opened again, to copy from the last one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.reception.model.sheet import ContactSheet, Need, ServiceRequest
from domain.reception.permissions import opened_to
from domain.reception.queries.desks.desk_of import desk_of
from domain.reception.queries.sheets.door import may_write, place_of, sheet
from domain.reception.refusals import NotAtThisDesk
from domain.reception.rules.sight import sights
from domain.reception.terms.desks import Section, Sight
from domain.reception.terms.sheets import Dimension, SheetStatus

Values = dict[str, str | list[str]]
BOTH = "both"


async def sheet_as_typed(work: UnitOfWork, operator: Operator, sheet_id: UUID) -> Values:
    """The page of a sheet that is written on. Refuses NotFound, NotAtThisDesk. The caller has noted the reading."""
    found = await sheet(work, operator, sheet_id)
    if not may_write(operator, found):
        raise NotAtThisDesk
    if found.typed:
        return dict(found.typed)
    return _kept(_plain(found) | await _parts(work, found))


async def last_sheet_as_typed(work: UnitOfWork, operator: Operator, person_id: UUID) -> tuple[UUID, Values] | None:
    """What may be copied from the person's last contact, as far as the operator may read it; None when there is none.

    Who reports and whom to turn to, the needs and the optional sections: never the day, the reason, the outcome.
    """
    statement = (
        select(ContactSheet)
        .where(col(ContactSheet.person_id) == person_id, col(ContactSheet.status) != SheetStatus.DRAFT)
        .where(opened_to(operator))
        .order_by(col(ContactSheet.contact_on).desc(), col(ContactSheet.created_at).desc())
        .limit(1)
    )
    found = (await work.session.exec(statement)).first()
    if found is None:
        return None
    place = await place_of(work, operator, found, await desk_of(work, found.office_id))
    seen = {section for section, sight in sights(operator.roles, place).items() if sight is Sight.VISIBLE}
    values: dict[str, Any] = {}
    if Section.REPORTER in seen:
        values |= _people(found)
    if Section.NEEDS in seen:
        values |= await _typed_needs(work, found.id)
    answered = _answers({name: kept for name, kept in found.sections.items() if Section(name) in seen})
    return found.id, _kept(values | answered)


def _plain(found: ContactSheet) -> dict[str, Any]:
    plain = {
        name: getattr(found, name)
        for name in (
            "person_id",
            "alias",
            "no_code_reason",
            "contact_on",
            "desk_point",
            "channel",
            "interlocutor",
            "interlocutor_office",
            "reasons",
            "reason_words",
            "accompanied_by",
            "orientation",
            "outcome",
            "categories",
            "closing_note",
        )
    }
    facts = {name: getattr(found, name) for name in ("is_person_present", "is_person_informed")}
    said = {name: "yes" if value else "no" for name, value in facts.items() if value is not None}
    return plain | said | ({"is_anonymous": "yes"} if found.is_anonymous else {}) | _people(found)


def _people(found: ContactSheet) -> dict[str, Any]:
    values = {f"reporter.{key}": value for key, value in found.reporter.items()}
    for place, one in enumerate(found.reference_contacts):
        values |= {f"references.{place}.{key}": value for key, value in one.items()}
    return values


def _answers(sections: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{name}.{key}": value for name, kept in sections.items() for key, value in kept["answers"].items()}


async def _parts(work: UnitOfWork, found: ContactSheet) -> dict[str, Any]:
    values = _answers(found.sections) | await _typed_needs(work, found.id)
    asked = select(ServiceRequest).where(col(ServiceRequest.sheet_id) == found.id)
    for place, row in enumerate((await work.session.exec(asked.order_by(col(ServiceRequest.position)))).all()):
        part = f"requests.{place}"
        values |= {f"{part}.code": row.code, f"{part}.state": row.state, f"{part}.minutes": row.minutes}
        values[f"{part}.note"] = row.note
    return values


async def _typed_needs(work: UnitOfWork, sheet_id: UUID) -> dict[str, Any]:
    statement = select(Need).where(
        col(Need.sheet_id) == sheet_id, col(Need.dimension).in_((Dimension.EXPRESSED, Dimension.OBSERVED))
    )
    found: dict[str, list[Need]] = {}
    for row in (await work.session.exec(statement.order_by(col(Need.created_at), col(Need.code)))).all():
        found.setdefault(row.code, []).append(row)
    values: dict[str, Any] = {}
    for place, (code, rows) in enumerate(found.items()):
        side = BOTH if len(rows) > 1 else rows[0].dimension.value
        part = f"needs.{place}"
        values |= {f"{part}.code": code, f"{part}.side": side, f"{part}.priority": rows[0].priority.value}
        values[f"{part}.note"] = rows[0].note
    return values


def _kept(values: Mapping[str, Any]) -> Values:
    """Texts as a page has them; what is empty is left out."""
    return {
        name: [str(one) for one in value] if isinstance(value, list) else str(value)
        for name, value in values.items()
        if value not in (None, "", [])
    }
