"""Only one strong, fitting, unambiguous key is ever used."""

from typing import Any

import pytest

from domain.access.gateways.jose_tokens import (
    TokenKind,
    TokenRefused,
    new_private_key,
    public_key,
    public_key_set,
    select_key,
    thumbprint,
    verify,
)
from tests.domain.access.gateways.crafted_tokens import encoded, id_token
from tests.domain.access.gateways.scene import signing_key


@pytest.mark.parametrize(
    "change",
    [
        {"use": "enc"},
        {"alg": "RS512"},
        {"key_ops": ["encrypt"]},
        {"key_ops": 7},
        {"kty": "EC"},
        {"kty": "oct", "k": "AAAA"},
        {"crv": "P-256"},
        {"e": "Aw"},
        {"n": encoded(b"\xff" * 128)},
        {"n": None},
        {"n": "è"},
    ],
)
def test_an_unfit_key_verifies_nothing(change: dict[str, Any]) -> None:
    key = public_key(signing_key()) | change

    with pytest.raises(TokenRefused):
        verify(id_token(), {"keys": [key]}, kind=TokenKind.ID_TOKEN, algorithm="RS256")


@pytest.mark.parametrize("jwks", [{}, {"keys": None}, {"keys": []}, {"keys": ["x"]}])
def test_an_odd_set_of_keys_verifies_nothing(jwks: dict[str, Any]) -> None:
    with pytest.raises(TokenRefused):
        verify(id_token(), jwks, kind=TokenKind.ID_TOKEN, algorithm="RS256")


def test_two_keys_of_one_name_are_no_choice() -> None:
    jwks = public_key_set(signing_key(), signing_key())

    with pytest.raises(TokenRefused, match="not exactly one"):
        select_key(jwks, kid=signing_key()["kid"], use="sig", algorithm="RS256")


def test_keys_are_strong_and_named_by_their_thumbprint() -> None:
    key = new_private_key(use="enc", bits=2048)

    assert key["kid"] == thumbprint(key) == thumbprint(public_key(key))
    assert public_key(key).keys() == {"kty", "kid", "use", "n", "e"}
    with pytest.raises(ValueError):
        new_private_key(use="enc", bits=1024)
    with pytest.raises(ValueError):
        new_private_key(use="both")
    with pytest.raises(TokenRefused):
        public_key({"kty": "oct", "k": "AAAA"})
    with pytest.raises(TokenRefused):
        thumbprint({"kty": "RSA", "n": 5, "e": "AQAB"})


def test_the_thumbprint_is_the_one_of_rfc_7638() -> None:
    modulus = (
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMs"
        "tn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n9"
        "1CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
    )

    assert thumbprint({"kty": "RSA", "n": modulus, "e": "AQAB"}) == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
