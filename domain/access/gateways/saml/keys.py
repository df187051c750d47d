"""Our SAML keys in a folder of their own: made once, announced before they are used, never overwritten.

Pairs are numbered; `saml.current` says which one signs. A higher number is announced: published in the
metadata, so that providers know it before it signs.
"""

import os
import re
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID, ObjectIdentifier

from domain.access.gateways.saml.parties import Organization, SigningPair
from domain.kernel.clock import utcnow

KEY_BITS = 3072
LONGEST_COMMON_NAME = 64
_CURRENT = "saml.current"
_URI = ObjectIdentifier("2.5.4.83")
# The notices are those of AgID's profile for public bodies (Avviso 29).
_POLICIES = {
    "1.3.76.16": "AgIDroot",
    "1.3.76.16.6": "agIDcert",
    "1.3.76.16.4.2.1": "cert_SP_Pub",
}


class KeysRefused(Exception):
    """The keys are not there, or the roll-over step does not fit their state. The text is English, for operators."""


def make_saml_keys(folder: Path, organization: Organization, entity_id: str, *, years: int = 5) -> Path:
    """Make our first pair in `folder`, unless one is there, and return the file of the certificate that signs.

    The certificate follows AgID's profile: it names the ente, its IPA code and `entity_id`. Refuses KeysRefused when
    the organization lacks its name, town or IPA code.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder / _CURRENT).exists():
        number = _make_pair(folder, organization, entity_id, years)
        _point_to(folder, number)
    return _certificate_file(folder, _current(folder))


def announce_next(folder: Path, organization: Organization, entity_id: str, *, years: int = 5) -> Path:
    """Make the pair that will sign next; metadata made from now on publish both. Refuses a second announcement."""
    if _announced(folder):
        raise KeysRefused("a next pair is announced already: adopt it first")
    number = _make_pair(folder, organization, entity_id, years)
    load_pairs.cache_clear()
    return _certificate_file(folder, number)


def adopt_next(folder: Path) -> Path:
    """Let the announced pair sign from now on, and publish the old one no more; its files stay. Refuses without one.

    Processes that run already must be started again to use it.
    """
    announced = _announced(folder)
    if not announced:
        raise KeysRefused("no next pair is announced")
    _point_to(folder, announced[0])
    load_pairs.cache_clear()
    return _certificate_file(folder, announced[0])


@lru_cache(maxsize=8)
def load_pairs(folder: Path) -> tuple[SigningPair, ...]:
    """Our pairs: the one that signs, then an announced one. Refuses KeysRefused when there is none."""
    return tuple(_load(folder, number) for number in (_current(folder), *_announced(folder)[:1]))


def certificate_end(pair: SigningPair) -> datetime:
    """When the certificate of a pair stops being valid (aware)."""
    return x509.load_der_x509_certificate(pair.certificate).not_valid_after_utc


def _make_pair(folder: Path, organization: Organization, entity_id: str, years: int) -> int:
    if not (organization.name and organization.locality and organization.ipa_code and entity_id):
        raise KeysRefused("the certificate needs name, town and IPA code of the ente, and our entity ID")
    number = 1 + max(_numbers(folder, "key"), default=0)
    key = rsa.generate_private_key(public_exponent=65537, key_size=KEY_BITS)
    certificate = _certificate(key, organization, entity_id, years)
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    _write_new(folder / f"saml-{number}.key.pem", secret)
    # A pair counts from the moment its certificate is there.
    _write_new(_certificate_file(folder, number), certificate.public_bytes(pem))
    return number


def _certificate(key: rsa.RSAPrivateKey, organization: Organization, entity_id: str, years: int) -> x509.Certificate:
    name = _name(organization, entity_id)
    now = utcnow()
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(minutes=5)).not_valid_after(now + timedelta(days=365 * years))
    policies = [
        x509.PolicyInformation(ObjectIdentifier(policy), [x509.UserNotice(None, notice)])
        for policy, notice in _POLICIES.items()
    ]
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    builder = builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=False)
    builder = builder.add_extension(usage, critical=True)
    builder = builder.add_extension(x509.CertificatePolicies(policies), critical=False)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    return builder.sign(key, hashes.SHA256())


def _name(organization: Organization, entity_id: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization.name),
            x509.NameAttribute(NameOID.COMMON_NAME, organization.name[:LONGEST_COMMON_NAME].strip()),
            x509.NameAttribute(_URI, entity_id),
            x509.NameAttribute(NameOID.ORGANIZATION_IDENTIFIER, f"PA:IT-{organization.ipa_code}"),
            x509.NameAttribute(NameOID.COUNTRY_NAME, "IT"),
            x509.NameAttribute(NameOID.LOCALITY_NAME, organization.locality),
        ]
    )


def _load(folder: Path, number: int) -> SigningPair:
    try:
        key = serialization.load_pem_private_key((folder / f"saml-{number}.key.pem").read_bytes(), password=None)
        certificate = x509.load_pem_x509_certificate(_certificate_file(folder, number).read_bytes())
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as problem:
        raise KeysRefused(f"pair {number} cannot be read: {type(problem).__name__}") from None
    if not isinstance(key, rsa.RSAPrivateKey) or key.public_key() != certificate.public_key():
        raise KeysRefused(f"pair {number}: key and certificate do not belong together")
    return SigningPair(key, certificate.public_bytes(serialization.Encoding.DER))


def _current(folder: Path) -> int:
    try:
        return int((folder / _CURRENT).read_text())
    except (OSError, ValueError):
        raise KeysRefused("no SAML keys in the folder") from None


def _announced(folder: Path) -> list[int]:
    current = _current(folder)
    return sorted(number for number in _numbers(folder, "crt") if number > current)


def _numbers(folder: Path, kind: str) -> list[int]:
    found = (re.fullmatch(rf"saml-(\d+)\.{kind}\.pem", file.name) for file in folder.iterdir())
    return [int(match.group(1)) for match in found if match]


def _certificate_file(folder: Path, number: int) -> Path:
    return folder / f"saml-{number}.crt.pem"


def _write_new(file: Path, content: bytes) -> None:
    """Write a private file; one that is there already is refused (FileExistsError)."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)


def _point_to(folder: Path, number: int) -> None:
    fresh = folder / f"{_CURRENT}.{os.getpid()}"
    _write_new(fresh, str(number).encode())
    fresh.replace(folder / _CURRENT)
