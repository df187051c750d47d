"""From whom, for whom, until when: the edges of every check of a token's frame."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.access.gateways.json_web_keys import TokenRefused
from domain.access.gateways.token_claims import check_audience, check_claims, numeric_date, text_claim

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PRESENT = int(NOW.timestamp())


def check(**changes: Any) -> None:
    claims = {"iss": "https://op.it", "aud": "us", "iat": PRESENT, "exp": PRESENT + 100} | changes
    check_claims(
        {name: value for name, value in claims.items() if value is not None},
        now=NOW,
        issuer="https://op.it",
        audience="us",
        oldest=timedelta(minutes=5),
        longest_life=timedelta(hours=2),
    )


@given(issued=st.integers(-1000, 1000), life=st.integers(-1000, 8000))
def test_a_token_is_good_exactly_in_its_time_with_a_minute_of_skew(issued: int, life: int) -> None:
    fits = -360 <= issued <= 60 and 0 < life <= 7200 and issued + life > -60
    if fits:
        check(iat=PRESENT + issued, exp=PRESENT + issued + life)
        return
    with pytest.raises(TokenRefused):
        check(iat=PRESENT + issued, exp=PRESENT + issued + life)


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://op.it/"},
        {"iss": None},
        {"aud": None},
        {"aud": []},
        {"aud": "them"},
        {"aud": ["us", "them"]},
        {"aud": ["us", {}]},
        {"aud": {"us": 1}},
        {"iat": None},
        {"exp": None},
        {"exp": True},
        {"exp": str(PRESENT + 100)},
        {"exp": float("inf")},
        {"exp": float("nan")},
        {"nbf": PRESENT + 61},
        {"nbf": "soon"},
    ],
)
def test_each_flaw_alone_is_enough(changes: dict[str, Any]) -> None:
    check()
    with pytest.raises(TokenRefused):
        check(**changes)


def test_an_audience_may_be_a_list_of_us_and_of_those_we_know() -> None:
    check(aud=["us"])
    check_audience({"aud": ["us", "also"]}, audience="us", further_audiences={"also"})
    with pytest.raises(TokenRefused):
        check_audience({"aud": ["also"]}, audience="us", further_audiences={"also"})


@given(st.none() | st.booleans() | st.text() | st.lists(st.integers()) | st.just(float("nan")))
def test_only_a_number_is_a_time(value: object) -> None:
    with pytest.raises(TokenRefused):
        numeric_date({"exp": value}, "exp")


@given(st.none() | st.integers() | st.text(alphabet=" \t\n") | st.lists(st.text()) | st.text(min_size=513))
def test_only_a_text_of_sensible_length_is_a_text(value: object) -> None:
    with pytest.raises(TokenRefused):
        text_claim({"sub": value}, "sub")
