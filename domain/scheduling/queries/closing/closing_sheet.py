"""Who has an appointment in a closed time, who of them was told, and what they answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names
from domain.scheduling.model.appointment import Appointment
from domain.scheduling.model.notice import ClosingNotice
from domain.scheduling.model.opening import Closure
from domain.scheduling.queries.closing.closed_appointments import falls_into
from domain.scheduling.queries.closing.closure_to_keep import ClosureRow, closure_to_keep
from domain.scheduling.queries.day.noted import note_shown
from domain.scheduling.terms import AppointmentState
from domain.scheduling.terms.closing import ClosingOutcome

KEPT = (AppointmentState.BOOKED, AppointmentState.ARRIVED, AppointmentState.DONE, AppointmentState.ABSENT)


@dataclass(frozen=True)
class ClosingRow:
    """Somebody who had an appointment in the closed time. ``offered_at`` is the time proposed instead."""

    appointment_id: UUID
    name: str
    phone: str
    language: str
    starts_at: datetime
    outcome: ClosingOutcome
    offered_at: datetime | None = None
    answer_by: datetime | None = None
    offer_id: UUID | None = None
    is_reachable: bool = True


@dataclass(frozen=True)
class ClosingSheet:
    """The whole: how many people stand where, and one page of them. ``hidden`` are never written to: by voice only."""

    closure: ClosureRow
    counts: dict[ClosingOutcome, int]
    hidden: int
    rows: Page[ClosingRow]

    @property
    def to_tell(self) -> int:
        """How many are told next."""
        return self.counts.get(ClosingOutcome.TO_TELL, 0)

    @property
    def told(self) -> int:
        """How many were told."""
        return sum(self.counts.values()) - self.to_tell

    @property
    def proposed(self) -> int:
        """How many of them were proposed another time."""
        return self.told - self.counts.get(ClosingOutcome.NO_PLACE, 0)

    @property
    def people(self) -> int:
        """How many people it is about, told or not; who is hidden is not counted."""
        return self.told + self.to_tell


async def closing_sheet(
    work: UnitOfWork,
    operator: Operator,
    closure_id: UUID,
    outcome: ClosingOutcome | None = None,
    page: int = 1,
    *,
    is_followed: bool = False,
) -> ClosingSheet:
    """One page of who stands at ``outcome``; None: who is to be told, else everybody who was. Who is named is noted.

    ``is_followed``: while some are still to be told only the numbers are given, and nobody is named. A fixed number of
    questions. Refuses NotFound, NotYourAgenda.
    """
    closure = await closure_to_keep(work, operator, closure_id)
    kept = await work.session.get_one(Closure, closure_id)
    told = _told(work, closure_id)
    counted = sa.select(told.c.outcome, sa.func.count()).group_by(told.c.outcome)
    connection = await work.session.connection()
    counts = {ClosingOutcome(kind): number for kind, number in (await connection.execute(counted)).all()}
    here = select(col(Appointment.is_hidden), sa.func.count()).where(falls_into(kept))
    ahead = dict((await work.session.exec(here.group_by(col(Appointment.is_hidden)))).all())
    counts[ClosingOutcome.TO_TELL] = ahead.get(False, 0)
    if outcome is None and counts[ClosingOutcome.TO_TELL]:
        outcome = ClosingOutcome.TO_TELL
    shown = _to_tell(work, kept) if outcome is ClosingOutcome.TO_TELL else told
    asked = sa.select(shown).order_by(shown.c.starts_at, shown.c.id)
    if outcome not in (None, ClosingOutcome.TO_TELL):
        asked = asked.where(shown.c.outcome == outcome.value)
    if is_followed and counts[ClosingOutcome.TO_TELL]:
        found: Any = ()
    else:
        found = (await connection.execute(asked.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    total = counts.get(outcome, 0) if outcome else sum(counts.values()) - counts[ClosingOutcome.TO_TELL]
    return ClosingSheet(
        closure, counts, ahead.get(True, 0), Page(await _rows(work, found), max(1, page), PAGE_SIZE, total)
    )


def _told(work: UnitOfWork, closure_id: UUID) -> Any:
    """Those who were told: an offer taken and then given up counts as a no, one exchanged for an earlier as a yes."""
    offer, later = aliased(Appointment), aliased(Appointment)
    outcome = sa.case(
        (col(offer.id).is_(None), ClosingOutcome.NO_PLACE.value),
        (col(offer.state).in_(KEPT), ClosingOutcome.ACCEPTED.value),
        (col(later.id).is_not(None), ClosingOutcome.ACCEPTED.value),
        (
            sa.and_(col(offer.state) == AppointmentState.OFFERED, col(offer.answer_by) > work.now),
            ClosingOutcome.ASKED.value,
        ),
        (
            sa.or_(col(offer.state) == AppointmentState.OFFERED, col(offer.cancelled_by_office)),
            ClosingOutcome.SILENT.value,
        ),
        else_=ClosingOutcome.REFUSED.value,
    )
    followed = sa.and_(col(later.instead_of_id) == col(offer.id), col(later.state).in_(KEPT))
    return (
        sa.select(
            *_person(),
            outcome.label("outcome"),
            col(offer.starts_at).label("offered_at"),
            col(offer.answer_by).label("answer_by"),
            col(offer.id).label("offer_id"),
        )
        .select_from(ClosingNotice)
        .join(Appointment, col(Appointment.id) == col(ClosingNotice.appointment_id))
        .outerjoin(offer, col(offer.id) == col(ClosingNotice.offer_id))
        .outerjoin(later, followed)
        .where(col(ClosingNotice.closure_id) == closure_id)
        .subquery()
    )


def _to_tell(work: UnitOfWork, closure: Closure) -> Any:
    nothing, nobody = sa.cast(sa.null(), sa.DateTime(timezone=True)), sa.cast(sa.null(), sa.Uuid)
    ahead = sa.and_(falls_into(closure), sa.not_(col(Appointment.is_hidden)))
    outcome = sa.literal(ClosingOutcome.TO_TELL.value)
    return (
        sa.select(
            *_person(),
            outcome.label("outcome"),
            nothing.label("offered_at"),
            nothing.label("answer_by"),
            nobody.label("offer_id"),
        )
        .where(ahead)
        .subquery()
    )


def _person() -> tuple[Any, ...]:
    kept = ("id", "ente_id", "person_id", "given_name", "family_name", "email", "phone", "language", "starts_at")
    return tuple(col(getattr(Appointment, name)) for name in kept)


async def _rows(work: UnitOfWork, found: Any) -> list[ClosingRow]:
    people = await names(work, [one.person_id for one in found if one.person_id])
    for one in found:
        if one.person_id in people:
            note_shown(work, one.id, ente_id=one.ente_id, person_id=one.person_id)
    return [
        ClosingRow(
            one.id,
            people[one.person_id].full_name
            if one.person_id in people
            else f"{one.given_name} {one.family_name}".strip(),
            one.phone,
            one.language,
            one.starts_at,
            ClosingOutcome(one.outcome),
            one.offered_at,
            one.answer_by,
            one.offer_id,
            bool(one.person_id or one.email or one.phone),
        )
        for one in found
    ]
