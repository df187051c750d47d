"""Signed tokens: only the right key, algorithm and kind pass."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.access.gateways.jose_tokens import (
    LARGEST_TOKEN,
    TokenKind,
    TokenRefused,
    decrypt,
    public_key,
    sign,
)
from tests.domain.access.gateways.crafted_tokens import crafted, id_token, read
from tests.domain.access.gateways.scene import encryption_key, provider_key, signing_key

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(claims=st.dictionaries(st.text(), json_values), algorithm=st.sampled_from(["RS256", "RS512"]))
@settings(max_examples=40, deadline=None)
def test_what_is_signed_is_read_again(claims: dict[str, Any], algorithm: str) -> None:
    token = sign(claims, signing_key(), kind=TokenKind.ID_TOKEN, algorithm=algorithm)

    assert read(token, algorithm=algorithm) == claims


@given(position=st.integers(0, 10_000), letter=st.sampled_from("ABCXYZabcxyz0189-_."))
@settings(max_examples=80, deadline=None)
def test_no_letter_of_a_token_can_be_changed(position: int, letter: str) -> None:
    token = id_token()
    # The last letter of a segment carries unused bits; python's decoder ignores them, so does the signature.
    changed = token[: position % len(token)] + letter + token[position % len(token) + 1 :]
    if changed == token or (position % len(token)) in {len(part) - 1 for part in _prefixes(token)}:
        return
    with pytest.raises(TokenRefused):
        read(changed)


def _prefixes(token: str) -> list[str]:
    head, payload, _ = token.split(".")
    return [head, f"{head}.{payload}", token]


@given(
    garbage=st.text(max_size=200) | st.from_regex(r"[A-Za-z0-9_-]{1,20}(\.[A-Za-z0-9_-]{1,20}){2,4}", fullmatch=True)
)
@settings(deadline=None)
def test_garbage_ends_in_the_one_refusal(garbage: str) -> None:
    with pytest.raises(TokenRefused):
        read(garbage)
    with pytest.raises(TokenRefused):
        decrypt(garbage, {"keys": [encryption_key()]}, algorithm="RSA-OAEP", encryption="A256CBC-HS512")


def test_a_crafted_token_is_good_unless_something_is_wrong_with_it() -> None:
    assert read(id_token()) == {"a": 1}


@pytest.mark.parametrize(
    "header",
    [
        {"crit": ["exp"]},
        {"jku": "https://altro.example.it/jwks"},
        {"jwk": public_key(signing_key())},
        {"x5c": ["MII"]},
        {"x5u": "https://altro.example.it/cert"},
        {"zip": "DEF"},
        {"b64": False},
        {"alg": "none"},
        {"alg": "HS256"},
        {"alg": "RS512"},
        {"alg": ["RS256"]},
        {"alg": None},
        {"kid": "another"},
        {"kid": ""},
        {"kid": None},
        {"kid": [signing_key()["kid"]]},
        {"kid": provider_key()["kid"]},
        {"typ": "at+jwt"},
        {"typ": "entity-statement+jwt"},
        {"typ": 7},
    ],
)
def test_a_true_signature_does_not_save_a_bad_header(header: dict[str, Any]) -> None:
    with pytest.raises(TokenRefused):
        read(id_token(**header))


@pytest.mark.parametrize(
    "payload", [b"", b"[]", b"null", b'"a"', b'{"a": NaN}', b'{"a": 1, "a": 2}', b"[" * 5000, b"\xff"]
)
def test_a_true_signature_does_not_save_a_bad_payload(payload: bytes) -> None:
    header = {"alg": "RS256", "kid": signing_key()["kid"]}

    with pytest.raises(TokenRefused):
        read(crafted(header, payload, signing_key()))


def test_a_header_may_not_name_its_algorithm_twice() -> None:
    header = f'{{"alg":"none","alg":"RS256","kid":"{signing_key()["kid"]}"}}'.encode()

    with pytest.raises(TokenRefused):
        read(crafted(header, {}, signing_key()))


def test_a_token_over_the_limit_is_not_even_looked_at() -> None:
    token = sign({"a": "b" * LARGEST_TOKEN}, signing_key(), kind=TokenKind.ID_TOKEN, algorithm="RS256")

    with pytest.raises(TokenRefused, match="not a token"):
        read(token)


@pytest.mark.parametrize("written", list(TokenKind))
@pytest.mark.parametrize("expected", list(TokenKind))
def test_kinds_with_a_type_of_their_own_are_never_mixed_up(written: TokenKind, expected: TokenKind) -> None:
    own = {
        TokenKind.ACCESS_TOKEN,
        TokenKind.ENTITY_STATEMENT,
        TokenKind.TRUST_MARK,
        TokenKind.RESOLVE_RESPONSE,
        TokenKind.KEY_SET,
    }
    token = sign({}, signing_key(), kind=written, algorithm="RS256")
    if written is expected or not {written, expected} & own:
        assert read(token, kind=expected) == {}
        return
    with pytest.raises(TokenRefused, match="other kind"):
        read(token, kind=expected)


@pytest.mark.parametrize("algorithm", ["none", "HS256", "RS384", "RSA1_5", "", "RSA-OAEP"])
def test_forbidden_algorithms_neither_sign_nor_verify(algorithm: str) -> None:
    with pytest.raises(TokenRefused):
        sign({}, signing_key(), kind=TokenKind.ID_TOKEN, algorithm=algorithm)
    with pytest.raises(TokenRefused):
        read(id_token(alg=algorithm), algorithm=algorithm)


def test_only_a_named_private_signing_key_signs() -> None:
    nameless = {name: value for name, value in signing_key().items() if name != "kid"}
    for key in (public_key(signing_key()), encryption_key(), nameless):
        with pytest.raises(TokenRefused):
            sign({}, key, kind=TokenKind.ID_TOKEN, algorithm="RS256")
