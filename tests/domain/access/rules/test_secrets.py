"""Tokens, their fingerprints, and sealed secrets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.access.rules.secrets import fingerprint, new_token, seal, unseal

KEY, OTHER = b"k" * 32, b"o" * 32


@given(st.text(max_size=100))
def test_what_is_sealed_is_read_again(secret: str) -> None:
    assert unseal(KEY, seal(KEY, secret, "totp"), "totp") == secret


def test_another_key_or_another_purpose_opens_nothing() -> None:
    sealed = seal(KEY, "segreto", "totp")
    for key, purpose in ((OTHER, "totp"), (KEY, "recovery")):
        with pytest.raises(ValueError, match="another key"):
            unseal(key, sealed, purpose)


def test_the_same_secret_is_never_sealed_twice_the_same_way() -> None:
    assert seal(KEY, "segreto", "totp") != seal(KEY, "segreto", "totp")


def test_a_fingerprint_tells_tokens_apart_and_depends_on_the_key() -> None:
    token = new_token()
    assert fingerprint(KEY, token) == fingerprint(KEY, token)
    assert fingerprint(KEY, token) != fingerprint(OTHER, token)
    assert fingerprint(KEY, token) != fingerprint(KEY, new_token())
    assert token not in fingerprint(KEY, token)
