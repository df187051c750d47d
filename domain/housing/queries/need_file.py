"""A housing need as an operator opens it, with its history. Every opening is noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.housing.model.housing_need import HousingNeed, HousingNeedStep
from domain.housing.permissions import may_close_needs
from domain.housing.queries.closings import ClosingRow, closing_words, closings
from domain.housing.queries.need_list import NeedRow, rows_of
from domain.housing.queries.needs import need
from domain.housing.terms import DwellingKind, NeedReason, NeedStatus, NeedStep
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.organization.queries.operators import operator_names
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.household_of import MemberRow, household_of

MOST_STEPS = 100


@dataclass(frozen=True)
class StepRow:
    """A line of the history."""

    step: NeedStep
    happened_at: datetime
    operator: str
    sheet_id: UUID | None
    kind: DwellingKind | None
    reason: NeedReason | None
    rooms: int | None
    people: int | None
    most_rent: Decimal | None
    closing: ClosingRow | None
    note: str


@dataclass(frozen=True)
class NeedFile:
    """The whole need; ``closings`` are the reasons for closing it, empty for who does not close needs."""

    need: NeedRow
    is_reserved: bool
    closing_note: str
    closing: ClosingRow | None
    household: Sequence[MemberRow]
    history: Sequence[StepRow]
    closings: Sequence[ClosingRow]
    may_decide: bool

    @property
    def is_open(self) -> bool:
        """Whether the search goes on."""
        return self.need.status is NeedStatus.OPEN


async def need_file(work: UnitOfWork, operator: Operator, need_id: UUID) -> NeedFile:
    """The need ``need_id``, in a fixed number of questions. Refuses NotFound; a refused attempt is noted too."""
    try:
        found = await need(work, operator, need_id)
    except NotFound:
        subject, purpose = ReadingSubject.HOUSING_NEED.value, ReadingPurpose.HOUSING_WORK.value
        work.note_reading(Reading(None, operator.ente_id, subject, need_id, purpose, is_granted=False))
        raise
    (row,) = await rows_of(work, [found])
    words = await closing_words(work, found.ente_id)
    may_decide = may_close_needs(operator)
    return NeedFile(
        need=row,
        is_reserved=found.is_reserved,
        closing_note=found.closing_note,
        closing=words.get(found.closing_code),
        household=await household_of(work, operator, found.person_id),
        history=await _history(work, found, words),
        closings=await closings(work, found.ente_id) if may_decide else [],
        may_decide=may_decide,
    )


async def _history(work: UnitOfWork, found: HousingNeed, words: Mapping[str, ClosingRow]) -> list[StepRow]:
    wanted = select(HousingNeedStep).where(col(HousingNeedStep.need_id) == found.id)
    latest = wanted.order_by(col(HousingNeedStep.happened_at).desc(), col(HousingNeedStep.id)).limit(MOST_STEPS)
    steps = (await work.session.exec(latest)).all()
    called = await operator_names(work, {one.operator_id for one in steps if one.operator_id})
    return [_step(one, called.get(one.operator_id, "") if one.operator_id else "", words) for one in steps]


def _step(one: HousingNeedStep, operator: str, words: Mapping[str, ClosingRow]) -> StepRow:
    said: Mapping[str, Any] = one.said
    return StepRow(
        step=one.step,
        happened_at=one.happened_at,
        operator=operator,
        sheet_id=one.sheet_id,
        kind=DwellingKind(said["kind"]) if "kind" in said else None,
        reason=NeedReason(said["reason"]) if "reason" in said else None,
        rooms=said.get("rooms"),
        people=said.get("people"),
        most_rent=Decimal(said["most_rent"]) if "most_rent" in said else None,
        closing=words.get(one.closing_code),
        note=one.note,
    )
