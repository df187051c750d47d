"""Us and an invented provider, with keys made once a run; and the second opinion of another program."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from domain.access.gateways.saml.configured import EIDAS_FULL, EIDAS_MINIMUM, MINIMUM, WITH_CONTACTS
from domain.access.gateways.saml.parties import (
    Binding,
    LogoutPlace,
    Organization,
    SamlProvider,
    ServiceParty,
    SigningPair,
)
from domain.access.terms import Way
from domain.platform.settings import settings

NOW = datetime(2026, 11, 22, 10, 0, 0, 123456, tzinfo=UTC)
PORTAL = "https://sportello.comune.example.it"
PROVIDER = "https://idp.example.it/entity"
SIGN_IN_BY_POST = "https://idp.example.it/sso/post"
SIGN_IN_BY_LINK = "https://idp.example.it/sso/redirect?site=1"
LOGOUT = "https://idp.example.it/slo"
LOGOUT_ANSWERS = "https://idp.example.it/slo/answers"
COMUNE = Organization(
    name="Comune di Prova",
    url="https://www.comune.example.it",
    ipa_code="c_z999",
    email="protocollo@comune.example.it",
    phone="+39 06 1234567",
    municipality="Z999",
    locality="Prova",
)


@cache
def pair(owner: str, bits: int = 2048) -> SigningPair:
    """A key pair of somebody; 2048 bits, because tests make several."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, owner)])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
    certificate = builder.not_valid_after(now + timedelta(days=30)).sign(key, hashes.SHA256())
    return SigningPair(key, certificate.public_bytes(Encoding.DER))


def us(way: Way = Way.SPID, *, pairs: tuple[SigningPair, ...] = ()) -> ServiceParty:
    """Ourselves as a federation knows us."""
    return ServiceParty(
        way=way,
        entity_id=PORTAL,
        pairs=pairs or (pair("us"),),
        returns=(f"{PORTAL}/spid/acs", "https://operatori.comune.example.it/spid/acs"),
        logouts=(f"{PORTAL}/spid/logout",),
        attribute_sets=(MINIMUM,) if way is Way.CIE else (MINIMUM, WITH_CONTACTS, EIDAS_MINIMUM, EIDAS_FULL),
        organization=COMUNE,
    )


def provider(way: Way = Way.SPID, *, certificates: tuple[bytes, ...] = ()) -> SamlProvider:
    """The provider as its metadata describe it."""
    return SamlProvider(
        way=way,
        entity_id=PROVIDER,
        name="Identità di prova",
        sign_in={Binding.POST: SIGN_IN_BY_POST, Binding.REDIRECT: SIGN_IN_BY_LINK},
        logout={binding: LogoutPlace(LOGOUT, LOGOUT_ANSWERS) for binding in Binding},
        certificates=certificates or (pair("provider").certificate,),
    )


def as_seen_by_the_provider() -> SamlProvider:
    """Us, described as if we were a provider: so that our own readers can judge what we write to it."""
    return SamlProvider(Way.SPID, PORTAL, "noi", {}, {}, (pair("us").certificate,))


def second_opinion(xml: bytes, certificate: bytes, kind: str, folder: Path) -> bool:
    """Whether the program xmlsec1 finds the signature inside ``xml`` right; ``kind`` is namespace:name of the root."""
    program = shutil.which("xmlsec1")
    if program is None:
        pytest.skip("the program xmlsec1 is not installed")
    message, pem = folder / "message.xml", folder / "certificate.pem"
    message.write_bytes(xml)
    pem.write_bytes(x509.load_der_x509_certificate(certificate).public_bytes(Encoding.PEM))
    command = [program, "--verify", "--pubkey-cert-pem", str(pem), "--id-attr:ID", kind, str(message)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def configure(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    """Set settings for a test."""
    for name, value in values.items():
        monkeypatch.setenv(f"SPORTELLO_{name.upper()}", value)
    settings.cache_clear()
