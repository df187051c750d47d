"""How long a delegation lasts, and surnames that are the same."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.access.rules.delegation_periods import is_same_surname, latest_end
from domain.kernel.actor import Mandate

DAYS = some.dates(date(2020, 1, 1), date(2099, 12, 31))
MONTHS = some.integers(1, 60)


@given(DAYS, MONTHS)
def test_a_longest_delegation_lasts_about_so_many_months(start: date, months: int) -> None:
    end = latest_end(start, months)
    assert start <= end
    assert 28 * months - 1 <= (end - start).days <= 31 * months
    after = end + timedelta(days=1)
    assert (after.year * 12 + after.month) - (start.year * 12 + start.month) == months
    assert after.day <= start.day


@given(DAYS, MONTHS)
def test_a_month_more_ends_later_and_so_does_a_later_start(start: date, months: int) -> None:
    assert latest_end(start, months + 1) > latest_end(start, months)
    assert latest_end(start + timedelta(days=1), months) >= latest_end(start, months)


@pytest.mark.parametrize(
    ("typed", "known", "same"),
    [
        ("de' Rossi", "DE ROSSI", True),
        ("Nicolò", "nicolo", True),
        ("El-Amrani", "El Amrani", True),
        ("Rossi", "Russo", False),
        ("", "", False),
    ],
)
def test_surnames(typed: str, known: str, same: bool) -> None:
    assert is_same_surname(typed, known) is same


@given(some.sampled_from(["all", "service", "application"]), some.booleans(), some.booleans())
def test_a_mandate_never_covers_another_person_or_another_matter(
    scope: str, same_service: bool, same_application: bool
) -> None:
    who, service, application = uuid4(), uuid4(), uuid4()
    mandate = Mandate(
        uuid4(),
        who,
        service_id=service if scope == "service" else None,
        application_id=application if scope == "application" else None,
    )
    asked = (service if same_service else uuid4(), application if same_application else uuid4())
    right = {"all": True, "service": same_service, "application": same_application}[scope]
    assert mandate.covers(who, *asked) is right
    assert not mandate.covers(uuid4(), *asked)
    assert not mandate.covers(who, None, None) or scope == "all"
