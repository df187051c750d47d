"""The days off of an ente and the numbers of the law, as they stand on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.model.legal_calendar import CommonHoliday, LegalTermsVersion, LocalHoliday
from domain.procedure.rules.calendar import Calendar, Holiday, calendar_of
from domain.procedure.rules.legal_terms import LegalTerms
from domain.procedure.terms import HolidayKind

__all__ = ["Holiday", "HolidayRow", "LegalTerms", "calendar_for", "calendars_for", "days_off", "legal_terms_on"]

MOST = 500


@dataclass(frozen=True)
class HolidayRow:
    """A day off in the list of an ente; ``id`` and ``kind`` are None for those of the law, which nobody changes."""

    id: UUID | None
    kind: HolidayKind | None
    holiday: Holiday


async def days_off(work: UnitOfWork, operator: Operator) -> Sequence[HolidayRow]:
    """The days off of the operator's ente: first those of the law, then its own; two questions."""
    legal = [HolidayRow(None, None, _holiday(one, is_for_office=True)) for one in await _common(work)]
    local = await _local(work, operator.ente_id)
    return [*legal, *(HolidayRow(one.id, one.kind, _holiday(one, is_for_office=one.is_for_office)) for one in local)]


async def calendar_for(work: UnitOfWork, ente_id: UUID) -> Calendar:
    """The days off that count in an ente; two questions."""
    return (await calendars_for(work, [ente_id]))[ente_id]


async def calendars_for(work: UnitOfWork, ente_ids: Iterable[UUID]) -> Mapping[UUID, Calendar]:
    """The days off that count in each of the enti; two questions, however many they are."""
    wanted = set(ente_ids)
    legal = [_holiday(one, is_for_office=True) for one in await _common(work)]
    local: dict[UUID, list[Holiday]] = {ente_id: [] for ente_id in wanted}
    for one in await _local(work, *wanted):
        local[one.ente_id].append(_holiday(one, is_for_office=one.is_for_office))
    return {ente_id: calendar_of(legal, own) for ente_id, own in local.items()}


async def legal_terms_on(work: UnitOfWork, day: date) -> LegalTerms:
    """The numbers of the law in force on ``day``; before the first ones known, those."""
    found = (await work.session.exec(select(LegalTermsVersion).order_by(col(LegalTermsVersion.valid_during)))).all()
    held = [one for one in found if one.valid_during.lower is None or one.valid_during.lower <= day]
    return LegalTerms.model_validate((held[-1] if held else found[0]).numbers)


async def _common(work: UnitOfWork) -> Sequence[CommonHoliday]:
    return (await work.session.exec(select(CommonHoliday).order_by(col(CommonHoliday.created_at)))).all()


async def _local(work: UnitOfWork, *ente_ids: UUID) -> Sequence[LocalHoliday]:
    theirs = select(LocalHoliday).where(col(LocalHoliday.ente_id).in_(ente_ids))
    most = MOST * max(1, len(ente_ids))
    return (await work.session.exec(theirs.order_by(col(LocalHoliday.valid_during).desc()).limit(most))).all()


def _holiday(row: CommonHoliday | LocalHoliday, *, is_for_office: bool) -> Holiday:
    after = row.valid_during.upper
    return Holiday(
        name=Localised(row.name),
        source=row.source,
        weekday=row.weekday,
        month_and_day=(row.month, row.month_day) if row.month and row.month_day else None,
        easter_offset=row.easter_offset,
        single_on=row.single_on,
        starts_on=row.valid_during.lower,
        ends_on=after - timedelta(days=1) if after else None,
        is_for_office=is_for_office,
    )
