"""Write the holidays and the numbers of the law that come with this release."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import col, select

from domain.kernel.actor import System
from domain.platform.tables import days, since
from domain.platform.work import UnitOfWork
from domain.procedure.model.legal_calendar import CommonHoliday, LegalTermsVersion
from domain.procedure.rules.calendar import Holiday
from domain.procedure.rules.legal_terms import LegalTerms


async def keep_legal_calendar(
    work: UnitOfWork, system: System, holidays: Mapping[str, Holiday], terms: Mapping[date, LegalTerms]
) -> int:
    """Add what is new and change what has changed, by word and by first day; how many rows. Repeatable.

    ``system`` writes everywhere: an ente cannot. What the release no longer names stays, for terms of the past.
    """
    known = {row.word: row for row in (await work.session.exec(select(CommonHoliday))).all()}
    changed = sum([_keep_holiday(work, known.get(word), word, one) for word, one in holidays.items()])
    order = col(LegalTermsVersion.valid_during)
    versions = {
        row.valid_during.lower: row
        for row in (await work.session.exec(select(LegalTermsVersion).order_by(order))).all()
    }
    firsts = sorted(terms)
    for first, following in zip(firsts, [*firsts[1:], None], strict=True):
        row = versions.get(first)
        numbers = terms[first].model_dump(mode="json")
        during = days(first, date.fromordinal(following.toordinal() - 1)) if following else since(first)
        if row is None:
            work.session.add(LegalTermsVersion(valid_during=during, numbers=numbers))
        elif row.numbers != numbers or row.valid_during.upper != following:
            row.numbers, row.valid_during = numbers, during
        else:
            continue
        changed += 1
        await work.session.flush()  # the range before must end before the next one begins
    return changed


def _keep_holiday(work: UnitOfWork, row: CommonHoliday | None, word: str, one: Holiday) -> bool:
    month, month_day = one.month_and_day or (None, None)
    during = days(one.starts_on, one.ends_on) if one.starts_on else since(date.min)
    facts = {
        "name": one.name.root,
        "source": one.source,
        "weekday": one.weekday,
        "month": month,
        "month_day": month_day,
        "easter_offset": one.easter_offset,
        "single_on": one.single_on,
    }
    if row is None:
        work.session.add(CommonHoliday(word=word, valid_during=during, **facts))
        return True
    is_same = all(getattr(row, name) == value for name, value in facts.items())
    if is_same and (row.valid_during.lower, row.valid_during.upper) == (during.lower, _after(one.ends_on)):
        return False
    for name, value in facts.items():
        setattr(row, name, value)
    row.valid_during = during
    return True


def _after(ends_on: date | None) -> date | None:
    """PostgreSQL gives back the first day after the range."""
    return date.fromordinal(ends_on.toordinal() + 1) if ends_on else None
