"""The messages of the last 24 hours count, whatever the calendar says."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.correspondence.rules.message_limit import since_when

INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds it


@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_a_message_counts_for_a_day_and_no_longer(now: datetime, ago: timedelta) -> None:
    assert (now - ago >= since_when(now)) == (ago <= timedelta(hours=24))
