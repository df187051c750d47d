"""The seal of an ente on its registers: an attached CMS signature (.p7m) with the certificate that the ente has."""

import hashlib
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from domain.platform.settings import settings


@dataclass(frozen=True)
class Seal:
    """The key of an ente and its certificate."""

    key: RSAPrivateKey | EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, in hex."""
        return hashlib.sha256(self.certificate.public_bytes(Encoding.DER)).hexdigest()

    def sign(self, content: bytes) -> bytes:
        """``content`` and its signature in one file."""
        builder = PKCS7SignatureBuilder().set_data(content).add_signer(self.certificate, self.key, hashes.SHA256())
        return builder.sign(Encoding.DER, [PKCS7Options.Binary])


def seal_of(slug: str) -> Seal | None:
    """The seal of the ente whose portal is called ``slug``; None where it has none.

    ``<slug>.pem`` in the folder of the seals holds the private key and the certificate. A file that holds anything
    else, or a certificate of another key, raises ``ValueError``: an ente that has a seal never closes a day without it.
    """
    folder = settings().seals_folder
    if folder is None or not (file := folder / f"{slug}.pem").is_file():
        return None
    pem = file.read_bytes()
    key, certificate = serialization.load_pem_private_key(pem, password=None), x509.load_pem_x509_certificate(pem)
    if not isinstance(key, RSAPrivateKey | EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        raise ValueError(f"{file.name}: the key and the certificate do not belong together")
    return Seal(key, certificate)
