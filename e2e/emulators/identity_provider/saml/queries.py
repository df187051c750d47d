"""Signatures of messages by redirect: over the very text of the query."""

import base64
from collections.abc import Sequence
from urllib.parse import unquote_plus

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from e2e.emulators.identity_provider.refusals import PageRefused

_HASHES = {
    f"http://www.w3.org/2001/04/xmldsig-more#rsa-sha{one.digest_size * 8}": one
    for one in (hashes.SHA256(), hashes.SHA384(), hashes.SHA512())
}


def check_query(raw: str, certificates: Sequence[bytes], message: str) -> None:
    """Refuse a query whose signature over ``message``, RelayState and SigAlg, exactly as sent, is not authentic."""
    pieces = [piece.partition("=") for piece in raw.split("&")]
    given = {name: value for name, _sign, value in pieces}
    signed = [message, "RelayState", "SigAlg"] if "RelayState" in given else [message, "SigAlg"]
    if [name for name, _sign, _value in pieces] != [*signed, "Signature"]:
        raise PageRefused(f"{message}: not the parameters of the rules, in their order")
    over = "&".join(f"{name}={given[name]}" for name in signed).encode()
    algorithm, signature = unquote_plus(given["SigAlg"]), unquote_plus(given["Signature"])
    if algorithm not in _HASHES:
        raise PageRefused(f"{message}: SigAlg not allowed")
    if not any(_is_by(certificate, signature, over, _HASHES[algorithm]) for certificate in certificates):
        raise PageRefused(f"{message}: signature not authentic")


def _is_by(certificate: bytes, signature: str, over: bytes, algorithm: hashes.HashAlgorithm) -> bool:
    key = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(key, rsa.RSAPublicKey) or key.key_size < 2048:
        return False
    try:
        key.verify(base64.b64decode(signature, validate=True), over, padding.PKCS1v15(), algorithm)
    except (InvalidSignature, ValueError):
        return False
    return True
