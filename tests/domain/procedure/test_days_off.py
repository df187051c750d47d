"""An ente sets its own days off: citizens gain time, offices only where a law says so; deadlines follow."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.kernel.actor import Operator
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.platform.localised import Localised
from domain.platform.work import unit_of_work
from domain.procedure.actions.days.keep_legal_calendar import keep_legal_calendar
from domain.procedure.actions.days.remove_holiday import remove_holiday
from domain.procedure.actions.days.set_holiday import SetHoliday, set_holiday
from domain.procedure.queries.deadlines_due import DueFilter, deadlines_due
from domain.procedure.queries.legal_calendar import days_off, legal_terms_on
from domain.procedure.refusals import NotYoursToDesign
from domain.procedure.seeds.legal_calendar import legal_terms, national_holidays
from domain.procedure.terms import HolidayKind
from tests.domain.procedure.conftest import STARTED, Office, on
from tests.support.given import SYSTEM, an_operator

PATRON = Localised({"it": "San Prova"})


@pytest.fixture
async def admin(office: Office) -> Operator:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        return await an_operator(work, office.territory.office_id, (Role.ENTE_ADMIN, Role.SOCIAL_WORKER))


async def sets(office: Office, operator: Operator, **facts: Any) -> UUID:
    """A day off from the beginning of the story on; what follows has happened."""
    with on(date(2026, 8, 1)):
        async with unit_of_work(operator, bind=office.connection) as work:
            given = {"ente_id": office.territory.comune_id, "kind": HolidayKind.LOCAL, "name": PATRON} | facts
            made = await set_holiday(work, operator, SetHoliday(**given))
    with on(STARTED):
        await office.follow()
    return made


async def test_a_patron_saint_moves_the_office_only_by_a_law(office: Office, admin: Operator) -> None:
    subject_id = await office.starts()
    holiday_id = await sets(office, admin, month=10, month_day=2)
    assert (await office.sees(subject_id)).deadline.due_on == date(2026, 10, 2)
    await sets(office, admin, month=10, month_day=2, is_for_office=True, source="D.P.R. di prova")
    found = await office.sees(subject_id)
    assert found.deadline.due_on == date(2026, 10, 3)
    async with unit_of_work(admin, read_only=True, bind=office.connection) as work:
        own = [row for row in await days_off(work, admin) if row.id]
    assert len(own) == 2
    async with unit_of_work(admin, bind=office.connection) as work:
        await remove_holiday(work, admin, holiday_id)
    async with unit_of_work(admin, read_only=True, bind=office.connection) as work:
        assert len([row for row in await days_off(work, admin) if row.id]) == 1


async def test_deadlines_that_run_follow_the_calendar(office: Office, admin: Operator) -> None:
    await office.starts()
    await sets(office, admin, weekday=4, is_for_office=True, source="Norma di prova", name=Localised({"it": "venerdì"}))
    with on(STARTED):
        async with unit_of_work(office.worker, read_only=True, bind=office.connection) as work:
            (row,) = (await deadlines_due(work, office.worker, DueFilter())).items
    assert row.due_on == date(2026, 10, 3)


async def test_a_closure_gives_the_citizen_time_and_the_office_none(office: Office, admin: Operator) -> None:
    await sets(office, admin, kind=HolidayKind.CLOSURE, single_on=date(2026, 9, 21))
    subject_id = await office.warns(date(2026, 9, 8))
    assert await office.received(subject_id, date(2026, 9, 10), date(2026, 9, 10)) == date(2026, 9, 22)
    assert (await office.sees(subject_id)).deadline.due_on == date(2026, 10, 13)


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"weekday": 5, "single_on": date(2026, 9, 1)},
        {"month": 2},
        {"month": 2, "month_day": 30},
        {"weekday": 5, "is_for_office": True},
        {"weekday": 5, "is_for_office": True, "source": "x", "kind": HolidayKind.CLOSURE},
        {"weekday": 5, "starts_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)},
    ],
)
def test_a_day_off_is_one_day_and_the_offices_own_gain_needs_a_law(facts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SetHoliday(**{"ente_id": UUID(int=1), "kind": HolidayKind.LOCAL, "name": PATRON} | facts)


async def test_only_who_runs_the_ente_sets_its_days(office: Office, admin: Operator) -> None:
    with pytest.raises(NotYoursToDesign):
        await sets(office, office.worker, weekday=5)
    holiday_id = await sets(office, admin, weekday=5)
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        neighbour = await an_operator(work, office.territory.neighbour_office_id, (Role.ENTE_ADMIN,))
    for operator, refusal in ((office.worker, NotYoursToDesign), (neighbour, NotFound)):
        with pytest.raises(refusal):
            async with unit_of_work(operator, bind=office.connection) as work:
                await remove_holiday(work, operator, holiday_id)


async def test_the_law_comes_with_the_program_and_is_written_once(office: Office, admin: Operator) -> None:
    async with unit_of_work(SYSTEM, bind=office.connection) as work:
        assert await keep_legal_calendar(work, SYSTEM, national_holidays(), legal_terms()) == 0
        newer = next(iter(legal_terms().values())).model_copy(update={"suspension_days": 20})
        assert await keep_legal_calendar(work, SYSTEM, {}, legal_terms() | {date(2027, 1, 1): newer}) == 2
        assert (await legal_terms_on(work, date(2026, 12, 31))).suspension_days == 30
        assert (await legal_terms_on(work, date(2027, 1, 1))).suspension_days == 20
        assert (await legal_terms_on(work, date(2010, 1, 1))).suspension_days == 30
    async with unit_of_work(admin, read_only=True, bind=office.connection) as work:
        legal = [row.holiday.name.in_("it") for row in await days_off(work, admin) if row.id is None]
    assert legal[:2] == ["domenica", "Capodanno"]
    assert len(legal) == 13
