"""Free times in the nights when the clock leaps, at midnight and on the leap day."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.clock import ROME
from domain.scheduling.rules.slots import slots
from domain.scheduling.rules.stretches import Stretch, Weekly
from domain.scheduling.rules.wall_time import DAY, instant_of, minute_of
from tests.support.scheduling.slots import AUTUMN, LEAP, MONDAY, SPRING, an_agenda, asking, days_around, shown


@given(days_around, st.integers(0, 24 * 60 - 1))
def test_an_hour_on_the_wall_is_one_instant_or_none(day: date, minute: int) -> None:
    found = instant_of(day, minute)
    if found is None:
        assert day.month == 3, "only in spring the clock leaps"
        return
    wall = found.astimezone(ROME)
    assert (wall.date(), minute_of(wall.time()), wall.fold) == (day, minute, 0)


def test_in_the_night_of_spring_the_missing_hour_is_not_offered() -> None:
    night = Stretch(SPRING, time(1), time(4))
    found = slots(an_agenda(night), asking(), [SPRING])
    assert shown(found) == ["01:00", "01:30", "03:00", "03:30"]
    assert found[1].ends_at == found[2].starts_at
    assert shown(slots(an_agenda(replace(night, closing_time=time(2, 30))), asking(), [SPRING])) == ["01:00", "01:30"]


def test_in_the_night_of_autumn_the_doubled_hour_is_offered_once() -> None:
    night = Stretch(AUTUMN, time(1), time(4))
    found = slots(an_agenda(night), asking(), [AUTUMN])
    assert shown(found) == ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30"]
    assert found[4].starts_at - found[3].ends_at == timedelta(hours=1)


def test_the_last_minute_before_midnight_belongs_to_its_day() -> None:
    late = Stretch(MONDAY, time(22, 29), time(23, 59))
    assert shown(slots(an_agenda(late), asking(), [MONDAY])) == ["22:29", "22:59", "23:29"]
    assert slots(an_agenda(late), asking(), [MONDAY + DAY]) == []


def test_the_leap_day_is_a_tuesday_like_others() -> None:
    tuesdays = Stretch(Weekly(1, date(2028, 2, 15), None, 2), time(9), time(10))
    days = [date(2028, 2, 15) + number * DAY for number in range(29)]
    assert {one.starts_at.astimezone(ROME).date() for one in slots(an_agenda(tuesdays), asking(), days)} == {
        date(2028, 2, 15),
        LEAP,
        date(2028, 3, 14),
    }
