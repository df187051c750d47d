"""What a reader types of a health card."""

import pytest

from domain.kernel.codice_fiscale import LONGEST_SCAN, scanned_in
from tests.support.personas import DAVIDE, ROSA

CODE = ROSA.codice_fiscale


@pytest.mark.parametrize(
    "scan",
    [
        CODE,
        CODE.lower(),
        f"*{CODE}*",
        f"%{CODE}BELLANDI^MARIA ROSA         ^?;80380001234567890123=?",
        f"%5{CODE} BELLANDI  MARIA ROSA?",
        f"é{CODE}_BELLANDI__MARIA_ROSA\r\n",
    ],
)
def test_the_code_is_found_among_what_stands_around_it(scan: str) -> None:
    assert scanned_in(scan) == CODE


@pytest.mark.parametrize(
    "scan",
    ["", "Maria Rosa Bellandi", CODE[:15], CODE[:15] + ("A" if CODE[15] != "A" else "B"), "x" * LONGEST_SCAN + CODE],
)
def test_without_a_right_code_there_is_none(scan: str) -> None:
    assert scanned_in(scan) is None


def test_of_two_people_nobody_is_meant() -> None:
    assert scanned_in(f"{CODE} {DAVIDE.codice_fiscale}") is None
    assert scanned_in(f"{CODE} {CODE}") == CODE
