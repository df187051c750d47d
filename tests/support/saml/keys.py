"""Keys and certificates of providers and impostors, made once per process because RSA keys take their time."""

from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from domain.access.gateways.saml.parties import SigningPair

EXPIRED_SINCE = datetime(2024, 1, 1, tzinfo=UTC)


@cache
def pair(owner: str, *, bits: int = 2048, is_expired: bool = False) -> SigningPair:
    """The key of `owner` (any word; the same word gives the same key) with a certificate of its own."""
    return certified(rsa.generate_private_key(public_exponent=65537, key_size=bits), owner, is_expired=is_expired)


@cache
def curve_pair(owner: str) -> SigningPair:
    """A key on an elliptic curve, which the federations do not use."""
    return certified(ec.generate_private_key(ec.SECP256R1()), owner)


def certified(
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey, owner: str, *, is_expired: bool = False
) -> SigningPair:
    """A self-signed certificate around `key`."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, owner)])
    until = EXPIRED_SINCE if is_expired else datetime(2099, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(EXPIRED_SINCE - timedelta(days=365))
        .not_valid_after(until)
        .sign(key, hashes.SHA256())
    )
    return SigningPair(key=key, certificate=certificate.public_bytes(Encoding.DER))
