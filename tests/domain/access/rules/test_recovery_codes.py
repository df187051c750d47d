"""Recovery codes on paper."""

import pytest

from domain.access.rules.recovery_codes import new_codes, plain


def test_ten_different_codes_in_three_groups() -> None:
    codes = new_codes()
    assert len(set(codes)) == 10
    assert all([len(group) for group in code.split("-")] == [4, 4, 4] for code in codes)


def test_a_code_may_be_typed_in_small_letters_and_without_dashes() -> None:
    code = new_codes()[0]
    assert plain(code.lower().replace("-", " ")) == plain(code) == code.replace("-", "")


@pytest.mark.parametrize("typed", ["123456", "", "AAAA-AAAA-AAA", "OOOO-1111-AAAA"])
def test_what_is_no_recovery_code_is_not_taken_for_one(typed: str) -> None:
    assert plain(typed) is None
