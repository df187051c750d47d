"""Free times of an agenda: what closes it, what stands in the way, who may have which."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from domain.kernel.clock import ROME
from domain.scheduling.rules.slots import slots
from domain.scheduling.rules.stretches import Stretch, Weekly, overlapping
from domain.scheduling.rules.taken import Busy, Someone
from domain.scheduling.rules.wall_time import DAY
from domain.scheduling.terms import Way
from tests.support.scheduling.slots import AGENDA, MONDAY, OTHER, an_agenda, asking, seconds, shown, span


def test_the_patron_saint_closes_the_week_but_not_what_is_opened_on_purpose() -> None:
    week = Stretch(Weekly(0, MONDAY), time(9), time(10))
    agenda = replace(an_agenda(week), days_off=frozenset([MONDAY]))
    assert slots(agenda, asking(), [MONDAY]) == []
    extra = Stretch(MONDAY, time(15), time(16))
    assert shown(slots(replace(agenda, stretches=[week, extra]), asking(), [MONDAY])) == ["15:00", "15:30"]


def test_an_appointment_outside_a_changed_week_stays_and_blocks_what_it_overlaps() -> None:
    before = span(MONDAY, "09:15", "09:45")
    changed = Stretch(Weekly(0, MONDAY), time(9, 30), time(11))
    assert shown(slots(an_agenda(changed, held=[before]), asking(), [MONDAY])) == ["10:00", "10:30"]


def test_people_received_together_begin_together() -> None:
    group = Stretch(Weekly(0, MONDAY), time(9), time(11), step_minutes=60, seats=3)
    held = [span(MONDAY, "09:00", "10:00")] * 2 + [span(MONDAY, "10:00", "11:00")] * 3
    found = slots(an_agenda(group, held=held), asking(60), [MONDAY])
    assert [(shown([one])[0], one.seats_left) for one in found] == [("09:00", 1)]


def test_a_long_need_takes_several_places_and_fits_between_short_ones() -> None:
    morning = Stretch(Weekly(0, MONDAY), time(9), time(12))
    assert shown(slots(an_agenda(morning), asking(60), [MONDAY])) == ["09:00", "10:00", "11:00"]
    held = [span(MONDAY, "09:00", "09:30"), span(MONDAY, "10:30", "11:00")]
    assert shown(slots(an_agenda(morning, held=held), asking(60), [MONDAY])) == ["09:30", "11:00"]


def test_after_a_visit_there_is_time_to_travel() -> None:
    visits = Stretch(Weekly(0, MONDAY), time(9), time(13), step_minutes=60, gap_minutes=30)
    assert shown(slots(an_agenda(visits), asking(60), [MONDAY])) == ["09:00", "10:30", "12:00"]
    moved = [span(MONDAY, "10:00", "10:20")]
    assert shown(slots(an_agenda(visits, held=moved), asking(60), [MONDAY])) == ["12:00"]


def test_places_kept_for_urgent_cases_are_released_when_little_time_is_left() -> None:
    kept = Stretch(Weekly(0, MONDAY), time(9), time(11), ways=frozenset([Way.URGENT]), released_hours=24)
    agenda = an_agenda(kept)
    day_before = datetime(2027, 2, 28, 10, tzinfo=ROME)
    assert shown(slots(agenda, asking(now=day_before), [MONDAY])) == ["09:00", "09:30"]
    assert shown(slots(agenda, asking(now=day_before, way=Way.URGENT), [MONDAY])) == [
        "09:00",
        "09:30",
        "10:00",
        "10:30",
    ]
    assert slots(an_agenda(replace(kept, released_hours=None)), asking(now=day_before), [MONDAY]) == []


def test_a_shared_interpreter_serves_one_agenda_at_a_time() -> None:
    morning = Stretch(Weekly(0, MONDAY), time(9), time(10, 30))
    busy = Someone(Busy([span(MONDAY, "10:00", "10:15")]), [(OTHER, *seconds(span(MONDAY, "09:00", "09:20")))])
    agenda = replace(an_agenda(morning), interpreters=[busy])
    assert shown(slots(agenda, asking(), [MONDAY])) == ["09:30"]
    same = Someone(Busy([]), [(AGENDA, *seconds(span(MONDAY, "09:00", "09:30")))])
    assert same.is_free(AGENDA, *seconds(span(MONDAY, "09:00", "09:30")))
    assert not same.is_free(AGENDA, *seconds(span(MONDAY, "09:15", "09:45")))


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Weekly(0, MONDAY, None, 2), True),
        (Weekly(0, MONDAY + 7 * DAY, None, 2), False),
        (Weekly(0, MONDAY + 7 * DAY, None, 3), True),
        (Weekly(1, MONDAY), False),
        (Weekly(0, date(2026, 1, 5), MONDAY), False),
    ],
)
def test_stretches_overlap_only_where_they_share_a_day(other: Weekly, meets: bool) -> None:
    one = Stretch(Weekly(0, MONDAY, None, 2), time(9), time(12))
    found = overlapping([one, Stretch(other, time(11), time(13)), Stretch(other, time(13), time(14))])
    assert found == ((1,) if meets else ())
