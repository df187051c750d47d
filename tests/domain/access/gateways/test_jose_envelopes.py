"""Encrypted tokens, and the second opinion of an independent library."""

import base64
import json
from typing import Any

import pytest
from joserfc import jwe as other_jwe
from joserfc import jws as other_jws
from joserfc.jwk import ECKey, RSAKey

from domain.access.gateways.jose_tokens import (
    TokenKind,
    TokenRefused,
    decrypt,
    encrypt,
    public_key,
    sign,
    verify,
)
from tests.domain.access.gateways.crafted_tokens import encoded, id_token, read
from tests.domain.access.gateways.scene import encryption_key, signing_key

KEY_ALGORITHMS = ["RSA-OAEP", "RSA-OAEP-256"]


CONTENT_ALGORITHMS = ["A128CBC-HS256", "A256CBC-HS512"]


@pytest.mark.parametrize("algorithm", ["RS256", "RS512"])
def test_another_library_reads_our_signatures_and_we_read_its(algorithm: str) -> None:
    ours = sign({"a": 1}, signing_key(), kind=TokenKind.ID_TOKEN, algorithm=algorithm)
    public = RSAKey.import_key(public_key(signing_key()))
    theirs = other_jws.serialize_compact(
        {"alg": algorithm, "kid": signing_key()["kid"]},
        b'{"a":1}',
        RSAKey.import_key(signing_key()),
        algorithms=[algorithm],
    )

    assert json.loads(other_jws.deserialize_compact(ours, public, algorithms=[algorithm]).payload or b"") == {"a": 1}
    assert read(theirs, algorithm=algorithm) == {"a": 1}


def test_elliptic_curve_keys_of_a_provider_are_understood() -> None:
    private = ECKey.generate_key("P-256")
    token = other_jws.serialize_compact({"alg": "ES256", "kid": "k"}, b"{}", private, algorithms=["ES256"])
    key = public_key(private.as_dict(private=True)) | {"kid": "k"}

    assert verify(token, {"keys": [key]}, kind=TokenKind.ID_TOKEN, algorithm="ES256") == {}
    with pytest.raises(TokenRefused):
        verify(token, {"keys": [key]}, kind=TokenKind.ID_TOKEN, algorithm="ES512")


@pytest.mark.parametrize("algorithm", KEY_ALGORITHMS)
@pytest.mark.parametrize("encryption", CONTENT_ALGORITHMS)
def test_another_library_opens_our_envelopes_and_we_open_its(algorithm: str, encryption: str) -> None:
    inside = id_token()
    ours = encrypt(inside, encryption_key(), algorithm=algorithm, encryption=encryption)
    header = {"alg": algorithm, "enc": encryption, "cty": "JWT", "kid": encryption_key()["kid"]}
    theirs = other_jwe.encrypt_compact(
        header, inside, RSAKey.import_key(public_key(encryption_key())), [algorithm, encryption]
    )
    opened = other_jwe.decrypt_compact(ours, RSAKey.import_key(encryption_key()), [algorithm, encryption])

    assert opened.plaintext == inside.encode()
    assert decrypt(theirs, {"keys": [encryption_key()]}, algorithm=algorithm, encryption=encryption) == inside


@pytest.mark.parametrize(
    "change", [{"zip": "DEF"}, {"cty": "text/plain"}, {"cty": None}, {"kid": "x"}, {"typ": "at+jwt"}, {"alg": "dir"}]
)
def test_an_envelope_with_a_bad_header_stays_closed(change: dict[str, Any]) -> None:
    envelope = encrypt(id_token(), encryption_key(), algorithm="RSA-OAEP", encryption="A256CBC-HS512")
    head, rest = envelope.split(".", 1)
    header = json.loads(base64.urlsafe_b64decode(head + "==")) | change

    with pytest.raises(TokenRefused) as refused:
        decrypt(
            f"{encoded({name: value for name, value in header.items() if value is not None})}.{rest}",
            {"keys": [encryption_key()]},
            algorithm="RSA-OAEP",
            encryption="A256CBC-HS512",
        )
    assert refused.value.reason != "not authentic"


@pytest.mark.parametrize("segment", [1, 2, 3, 4])
def test_every_damage_to_an_envelope_looks_the_same_from_outside(segment: int) -> None:
    parts = encrypt(id_token(), encryption_key(), algorithm="RSA-OAEP", encryption="A256CBC-HS512").split(".")
    middle = len(parts[segment]) // 2
    parts[segment] = (
        parts[segment][:middle] + ("A" if parts[segment][middle] != "A" else "B") + parts[segment][middle + 1 :]
    )

    with pytest.raises(TokenRefused) as refused:
        decrypt(".".join(parts), {"keys": [encryption_key()]}, algorithm="RSA-OAEP", encryption="A256CBC-HS512")
    assert refused.value.reason == "not authentic"
    assert refused.value.__cause__ is None


def test_an_envelope_is_made_only_with_allowed_algorithms() -> None:
    with pytest.raises(TokenRefused):
        encrypt("a", encryption_key(), algorithm="RSA1_5", encryption="A256CBC-HS512")
    with pytest.raises(TokenRefused):
        encrypt("a", encryption_key(), algorithm="RSA-OAEP", encryption="A256GCM")
    with pytest.raises(TokenRefused):
        encrypt("a", signing_key(), algorithm="RSA-OAEP", encryption="A256CBC-HS512")
