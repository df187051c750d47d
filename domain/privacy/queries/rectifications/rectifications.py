"""Requests to put data right: the door, what waits at an office, one with its fact, those of a citizen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.reading import ReadingPurpose
from domain.kernel.refusals import NotAllowed, NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.privacy.model.rectification import Rectification
from domain.privacy.permissions import may_answer_rectifications, rectifications_shown_to
from domain.privacy.terms import RectificationStatus
from domain.registry.queries.facts.fact_form import FactForm, fact_form
from domain.registry.queries.names import names
from domain.registry.queries.person_card import PersonCard, person_card
from domain.registry.terms import FactKind

MOST_OWN = 100


@dataclass(frozen=True)
class RectificationRow:
    """A request in a list; ``days_left`` until ``due_on``, negative when it has passed, None once it is answered."""

    id: UUID
    person_id: UUID
    person_name: str
    fact_id: UUID | None
    fact_kind: FactKind | None
    wrong: str
    wanted: str
    status: RectificationStatus
    asked_at: datetime
    due_on: date
    days_left: int | None
    is_extended: bool
    extension_reason: str
    answered_at: datetime | None
    answer: str


@dataclass(frozen=True)
class RectificationSheet:
    """A request as the office works on it: who, and the fact as it stands. ``is_fact_hidden``: others must answer."""

    row: RectificationRow
    person: PersonCard
    asked_by: str
    answered_by: str
    fact: FactForm | None
    is_fact_hidden: bool
    may_answer: bool


async def rectification_for(
    work: UnitOfWork, actor: Actor, rectification_id: UUID, *, for_update: bool = False
) -> Rectification:
    """The only door to one: about one's people, or come to an ente in reach. Refuses NotFound."""
    wanted = select(Rectification).where(col(Rectification.id) == rectification_id, rectifications_shown_to(actor))
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


async def rectification_to_answer(work: UnitOfWork, operator: Operator, rectification_id: UUID) -> Rectification:
    """The request, locked, for who answers. Refuses NotAllowed without the role, NotFound out of reach."""
    if not may_answer_rectifications(operator):
        raise NotAllowed
    return await rectification_for(work, operator, rectification_id, for_update=True)


async def rectifications_at(
    work: UnitOfWork, operator: Operator, *, is_answered: bool = False, page: int = 1
) -> Page[RectificationRow]:
    """What waits in the enti in reach, the first due first; or what was answered, the latest first.

    PostgreSQL leaves out the people of whom the operator may not know: also from the count.
    """
    is_open = col(Rectification.status) == RectificationStatus.OPEN
    mine = (rectifications_shown_to(operator), sa.not_(is_open) if is_answered else is_open)
    total = (await work.session.exec(select(sa.func.count(col(Rectification.id))).where(*mine))).one()
    order = col(Rectification.answered_at).desc() if is_answered else col(Rectification.due_on)
    wanted = select(Rectification).where(*mine).order_by(order, col(Rectification.id))
    found = (await work.session.exec(wanted.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page(await _rows(work, found), max(1, page), PAGE_SIZE, total)


async def rectification_sheet(work: UnitOfWork, operator: Operator, rectification_id: UUID) -> RectificationSheet:
    """One request with the person and the fact; the reading is noted. Refuses NotFound."""
    found = await rectification_for(work, operator, rectification_id)
    card = await person_card(work, operator, found.person_id, purpose=ReadingPurpose.RECTIFICATION)
    fact = await _fact(work, operator, found)
    askers = await names(work, [found.asked_by_id])
    answerers = await operator_names(work, [found.answered_by_id]) if found.answered_by_id else {}
    is_hidden = found.fact_id is not None and fact is None
    return RectificationSheet(
        row=_row(found, card.full_name, work.today),
        person=card,
        asked_by=askers[found.asked_by_id].full_name if found.asked_by_id in askers else "",
        answered_by=answerers.get(found.answered_by_id, "") if found.answered_by_id else "",
        fact=fact,
        is_fact_hidden=is_hidden,
        may_answer=may_answer_rectifications(operator) and not is_hidden,
    )


async def own_rectifications(work: UnitOfWork, citizen: Citizen) -> Sequence[RectificationRow]:
    """The last hundred about the citizen and the people they act for, the latest first."""
    wanted = select(Rectification).where(rectifications_shown_to(citizen))
    latest = wanted.order_by(col(Rectification.created_at).desc(), col(Rectification.id)).limit(MOST_OWN)
    return await _rows(work, (await work.session.exec(latest)).all())


async def _fact(work: UnitOfWork, operator: Operator, found: Rectification) -> FactForm | None:
    if found.fact_id is None:
        return None
    try:
        return await fact_form(work, operator, found.person_id, found.fact_id)
    except NotFound:
        return None


async def _rows(work: UnitOfWork, found: Sequence[Rectification]) -> list[RectificationRow]:
    people = await names(work, {one.person_id for one in found})
    return [_row(one, people[one.person_id].full_name, work.today) for one in found if one.person_id in people]


def _row(one: Rectification, person_name: str, today: date) -> RectificationRow:
    return RectificationRow(
        id=one.id,
        person_id=one.person_id,
        person_name=person_name,
        fact_id=one.fact_id,
        fact_kind=one.fact_kind,
        wrong=one.wrong,
        wanted=one.wanted,
        status=one.status,
        asked_at=one.created_at,
        due_on=one.due_on,
        days_left=(one.due_on - today).days if one.status is RectificationStatus.OPEN else None,
        is_extended=one.extended_at is not None,
        extension_reason=one.extension_reason,
        answered_at=one.answered_at,
        answer=one.answer,
    )
