"""The codice fiscale, as people type it."""

from datetime import date

import pytest

from domain.kernel import codice_fiscale

TODAY = date(2026, 11, 22)


def test_blanks_dashes_and_small_letters_are_forgiven() -> None:
    assert codice_fiscale.check(" rss mra-85m01 h501q ") == "RSSMRA85M01H501Q"


@pytest.mark.parametrize(
    "typed, reason",
    [
        ("RSSMRA85M01H50", "codice_fiscale_length"),
        ("RSSMRA85M01H501Z", "codice_fiscale_check"),
        ("RSSMRA85Y01H501Q", "codice_fiscale_form"),
    ],
)
def test_a_wrong_code_says_why(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        codice_fiscale.check(typed)


def test_the_day_of_birth_is_in_it() -> None:
    assert codice_fiscale.born_on("RSSMRA85M01H501Q", TODAY) == date(1985, 8, 1)


def test_a_child_of_this_decade_is_not_a_hundred_years_old() -> None:
    assert codice_fiscale.born_on("RSSMRA24M01H501T", TODAY) == date(2024, 8, 1)


def test_a_year_still_to_come_is_of_the_last_century() -> None:
    assert codice_fiscale.born_on("RSSMRA26T31H501P", TODAY) == date(1926, 12, 31)


def test_a_provisional_code_tells_no_day() -> None:
    assert codice_fiscale.check("00743110157") == "00743110157"
    assert codice_fiscale.born_on("00743110157", TODAY) is None


def test_a_wrong_last_letter_is_let_through_only_where_somebody_vouches_and_is_told() -> None:
    assert codice_fiscale.check_form("rssmra85m01h501z") == "RSSMRA85M01H501Z"
    assert codice_fiscale.is_doubtful("RSSMRA85M01H501Z")
    assert not codice_fiscale.is_doubtful("RSSMRA85M01H501Q")
    assert not codice_fiscale.is_doubtful(None)
    with pytest.raises(ValueError, match="codice_fiscale_form"):
        codice_fiscale.check_form("1SSMRA85M01H501Z")
