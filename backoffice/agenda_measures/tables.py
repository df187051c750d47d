"""The measures as tables, as a picture, and as rows of a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.text import _
from domain.organization.queries.offices import OfficeRow
from domain.platform.work import UnitOfWork
from domain.scheduling.queries.agendas.needs_of import needs_of
from domain.scheduling.queries.measures.measured_offices import is_rounded_for
from domain.scheduling.queries.measures.past_measures import PastCounts, PastMeasure, past_counts, past_measures
from domain.scheduling.queries.measures.time_measures import FirstFree, first_free_times, used_shares
from web.locale import date_time, gettext, localised, sentence

Rows = list[list[Any]]
FILE_HEADS = (_("Misura"), _("Ufficio"), _("Voce"), _("Numero"))


@dataclass(frozen=True)
class Measures:
    """All that is measured, with the names of offices and needs."""

    offices: Mapping[UUID, str]
    needs: Mapping[UUID, str]
    now: Sequence[FirstFree]
    past: Sequence[PastMeasure]
    counts: PastCounts
    used: Mapping[UUID, int | None]
    is_rounded: bool


async def measures(
    work: UnitOfWork, operator: Operator, offices: Sequence[OfficeRow], from_on: date, to_on: date
) -> Measures:
    """What was and is measured in these offices."""
    ids = [one.id for one in offices]
    needs = await needs_of(work, operator, of_ambito=True)
    return Measures(
        offices={one.id: one.name for one in offices},
        needs={one.id: localised(dict(one.name)) for one in needs},
        now=await first_free_times(work, ids),
        past=await past_measures(work, operator, ids, from_on, to_on),
        counts=await past_counts(work, operator, ids, from_on, to_on),
        used=await used_shares(work, ids, from_on, to_on),
        is_rounded=any(is_rounded_for(operator, one) for one in ids),
    )


def tables(found: Measures) -> dict[str, Rows]:
    """One table for each part of the page."""
    return {
        "now": [
            [
                found.offices[one.office_id],
                localised(dict(one.need)),
                date_time(one.starts_at) if one.starts_at else gettext("Nessun orario libero"),
                one.days,
            ]
            for one in found.now
        ],
        "offices": [
            [
                found.offices[one.office_id],
                one.booked,
                one.median_days,
                one.absent_share,
                found.used.get(one.office_id),
            ]
            for one in found.past
            if one.is_whole
        ],
        "needs": [
            [found.offices[one.office_id], need_name(found, one), one.booked, one.median_days, one.absent_share]
            for one in found.past
            if not one.is_whole
        ],
        "languages": [[language_name(code), count] for code, count in found.counts.by_language],
        "ways": [[sentence(way.label), count] for way, count in found.counts.by_way],
    }


def need_name(found: Measures, one: PastMeasure) -> str:
    """What the people came for, in words."""
    return found.needs.get(one.need_id, gettext("Altro motivo")) if one.need_id else gettext("Senza motivo")


def language_name(code: str) -> str:
    """The language's own name; its code when nobody here speaks it."""
    return BY_CODE[code].native_name if code in BY_CODE else code


def file_rows(found: Measures) -> list[list[str | Decimal | None]]:
    """The same numbers, one a row: what is measured, of which office, of what, how much."""
    rows: list[tuple[str, str, str, int | None]] = []
    for first in found.now:
        name = localised(dict(first.need))
        rows.append((gettext("Giorni fino al primo orario libero"), found.offices[first.office_id], name, first.days))
    for one in found.past:
        what = gettext("Tutti i motivi") if one.is_whole else need_name(found, one)
        office = found.offices[one.office_id]
        rows.append((gettext("Appuntamenti"), office, what, one.booked))
        rows.append((gettext("Giorni di mezzo di attesa"), office, what, one.median_days))
        rows.append((gettext("Non venuti, su cento"), office, what, one.absent_share))
    for office_id, used in found.used.items():
        rows.append((gettext("Posti usati, su cento"), found.offices[office_id], gettext("Tutti i motivi"), used))
    for code, count in found.counts.by_language:
        rows.append((gettext("Appuntamenti per lingua"), "", language_name(code), count))
    for way, count in found.counts.by_way:
        rows.append((gettext("Appuntamenti per modo di prenotare"), "", sentence(way.label), count))
    return [[*words, None if number is None else Decimal(number)] for *words, number in rows]
