"""The visas that wait for a supervisor, and the door to one of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.model.proceeding import Proceeding
from domain.procedure.model.visa import Visa
from domain.procedure.permissions import may_supervise, visible_to
from domain.procedure.queries.definitions import definitions
from domain.procedure.queries.proceedings import proceeding
from domain.procedure.refusals import NotYourVisa, VisaAnswered
from domain.procedure.terms import VisaStatus


@dataclass(frozen=True)
class VisaRow:
    """A transition that waits; ``note`` is what who asked wrote for the supervisor."""

    id: UUID
    proceeding_id: UUID
    subject_id: UUID
    person_id: UUID
    transition: Localised
    asked_by: str
    asked_at: datetime
    note: str


async def visas_asked(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[VisaRow]:
    """One page, the oldest first; three questions. Nothing for who gives no visas."""
    if not may_supervise(operator):
        return Page([], 1, PAGE_SIZE, 0)
    statement = (
        select(Visa, Proceeding, sa.func.count().over())
        .join(Proceeding, col(Proceeding.id) == col(Visa.proceeding_id))
        .where(
            visible_to(operator),
            col(Visa.ente_id).in_(operator.enti),
            col(Visa.status) == VisaStatus.ASKED,
            col(Proceeding.visa_id) == col(Visa.id),  # a citizen may have moved it meanwhile
        )
        .order_by(col(Visa.asked_at), col(Visa.id))
    )
    found = (await work.session.exec(statement.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    drawn = await definitions(work, [one.procedure_version_id for _visa, one, _total in found])
    called = await operator_names(work, {visa.asked_by_id for visa, _one, _total in found})
    rows = []
    for visa, one, _total in found:
        transition = drawn[one.procedure_version_id].transition(visa.transition)
        rows.append(
            VisaRow(
                id=visa.id,
                proceeding_id=one.id,
                subject_id=one.subject_id,
                person_id=one.person_id,
                transition=transition.name if transition else Localised({"it": visa.transition}),
                asked_by=called.get(visa.asked_by_id, ""),
                asked_at=visa.asked_at,
                note=visa.note,
            )
        )
    return Page(rows, max(1, page), PAGE_SIZE, found[0][2] if found else 0)


async def visa_to_answer(work: UnitOfWork, operator: Operator, visa_id: UUID) -> tuple[Visa, Proceeding]:
    """The visa and its proceeding, both locked. Refuses NotFound, NotYourVisa, VisaAnswered."""
    about = (await work.session.exec(select(Visa.proceeding_id).where(col(Visa.id) == visa_id))).one_or_none()
    if about is None:
        raise NotFound
    found = await proceeding(work, operator, about, for_update=True)
    if not may_supervise(operator):
        raise NotYourVisa
    if found.visa_id != visa_id:
        raise VisaAnswered
    locked = select(Visa).where(col(Visa.id) == visa_id).with_for_update()
    return (await work.session.exec(locked.execution_options(populate_existing=True))).one(), found
