"""What people type as money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.money import parse


@pytest.mark.parametrize(
    "typed, euros",
    [
        ("8.400", "8400.00"),
        ("8400,50", "8400.50"),
        ("8,400.50", "8400.50"),
        ("8 400 €", "8400.00"),
        ("1.5", "1.50"),
        ("0", "0.00"),
        ("1.234.567,89", "1234567.89"),
        (12, "12.00"),
    ],
)
def test_the_ways_people_write_euros_are_understood(typed: object, euros: str) -> None:
    assert parse(typed) == Decimal(euros)


@pytest.mark.parametrize("typed", ["", "tanto", "1,2,3x", "€"])
def test_what_is_not_money_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="money"):
        parse(typed)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_we_write_in_italian_is_read_back(amount: Decimal) -> None:
    whole, cents = f"{amount:.2f}".split(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    assert parse(f"{grouped},{cents} €") == amount
