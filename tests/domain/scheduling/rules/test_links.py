"""Signed addresses of appointments, and the letters they ask for."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scheduling.rules.links import LINK_LIFE, appointment_of, is_over, is_right, link_token, proof_of

KEY, OTHER = b"k" * 32, b"o" * 32


@given(st.uuids(), st.integers(0, 63))
def test_only_our_own_signature_opens(appointment_id: UUID, place: int) -> None:
    token = link_token(KEY, appointment_id)
    assert appointment_of(KEY, token) == appointment_id
    assert appointment_of(OTHER, token) is None
    changed = token[:place] + ("0" if token[place] != "0" else "1") + token[place + 1 :]
    assert appointment_of(KEY, changed) is None


@given(st.text(max_size=80))
def test_anything_else_opens_nothing(text: str) -> None:
    assert appointment_of(KEY, text) is None


@pytest.mark.parametrize(
    ("typed", "name", "right"),
    [
        ("bel", "Bellandi", True),
        ("BELLANDI", "Bellandi", True),
        ("dan", "D'Andrea", True),
        ("d'a", "D'Andrea", False),
        ("noe", "Noël", True),
        ("be", "Bellandi", False),
        ("li", "Li", True),
        ("الع", "العمراني", True),
        ("", "", False),
        ("abc", "", False),
    ],
)
def test_letters_are_compared_as_people_write_them(typed: str, name: str, right: bool) -> None:
    assert is_right(typed, name) is right


def test_a_proof_is_good_for_one_appointment_and_one_name() -> None:
    one, two = uuid4(), uuid4()
    assert proof_of(KEY, one, "Rossi") == proof_of(KEY, one, "rossi")
    assert len({proof_of(KEY, one, "Rossi"), proof_of(KEY, two, "Rossi"), proof_of(KEY, one, "Bianchi")}) == 3


def test_an_address_ends_a_month_after() -> None:
    ended = datetime(2027, 3, 1, tzinfo=UTC)
    assert not is_over(ended, ended + LINK_LIFE)
    assert is_over(ended, ended + LINK_LIFE + timedelta(seconds=1))
