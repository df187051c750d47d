"""Mobile numbers, as people type them."""

import pytest

from domain.kernel.mobile import check


@pytest.mark.parametrize("typed", ["3331234567", "333 123 4567", "+39 333-1234567", "0039 333.1234567"])
def test_an_italian_number_has_one_form(typed: str) -> None:
    assert check(typed) == "+393331234567"


def test_a_number_of_another_country_keeps_its_prefix() -> None:
    assert check("00 40 721 234 567") == "+40721234567"


@pytest.mark.parametrize("typed", ["", "333", "06 1234567", "+", "+0123456789", "ciao", "+39 333 1234567 89012"])
def test_what_cannot_be_a_mobile_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="mobile"):
        check(typed)
