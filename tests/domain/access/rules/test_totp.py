"""Codes of the second factor: when they are right, and that they are right once."""

import pytest
from pyotp.totp import TOTP

from domain.access.rules.totp import STEP_SECONDS, accepted_step, address_of, in_groups, new_secret, qr_code

NOW = 1_800_000_015
SECRET = new_secret()


def code_at(moment: int) -> str:
    return TOTP(SECRET).at(moment)


@pytest.mark.parametrize(("drift", "is_right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_off_either_way(drift: int, is_right: bool) -> None:
    step = accepted_step(SECRET, code_at(NOW + drift * STEP_SECONDS), NOW, last_step=0)
    assert (step is not None) is is_right


def test_blanks_in_a_code_do_not_matter() -> None:
    code = code_at(NOW)
    assert accepted_step(SECRET, f" {code[:3]} {code[3:]} ", NOW, last_step=0) == NOW // STEP_SECONDS


def test_a_step_that_was_accepted_and_those_before_it_are_over() -> None:
    present = NOW // STEP_SECONDS
    assert accepted_step(SECRET, code_at(NOW), NOW, last_step=present) is None
    assert accepted_step(SECRET, code_at(NOW - STEP_SECONDS), NOW, last_step=present) is None
    assert accepted_step(SECRET, code_at(NOW + STEP_SECONDS), NOW, last_step=present) == present + 1


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "123 45x"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    assert accepted_step(SECRET, typed, NOW, last_step=0) is None


def test_a_secret_has_160_bits_and_the_app_is_told_whose_it_is() -> None:
    assert len(SECRET) == 32
    assert in_groups("ABCDEFGH") == "ABCD EFGH"
    assert address_of(SECRET, "anna@comune.example").startswith(
        "otpauth://totp/Sportello%20Sociale:anna%40comune.example"
    )
    assert qr_code("otpauth://x").startswith("data:image/svg+xml")
