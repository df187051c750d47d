"""The SAML entities of this process: each with its own address, key and people."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from domain.access.gateways.saml.parties import SigningPair
from e2e.emulators.identity_provider.settings import DemoPerson

KEY_FILE = "key.pem"
CERTIFICATE_FILE = "certificate.pem"
METADATA_FILE = "metadata.xml"
_LIFE = timedelta(days=3650)


@dataclass(frozen=True)
class Profile:
    """What sets the three federations apart; ``path`` is where the entity answers here."""

    path: str
    name: str
    title: str
    comparisons: frozenset[str] = frozenset({"exact", "minimum", "better", "maximum"})
    sets: frozenset[int] | None = None
    forbidden_sets: frozenset[int] = frozenset({99, 100})
    is_always_fresh: bool = False
    names_formats: bool = True
    signs_out: bool = True
    key_attribute: str = "fiscalNumber"
    service_metadata: str = "/spid/metadata"


SPID = Profile("/saml", "SPID di prova", "Gestore SPID di prova")
EIDAS = Profile(
    "/eidas",
    "eIDAS di prova",
    "Nodo eIDAS di prova",
    sets=frozenset({99, 100}),
    forbidden_sets=frozenset(),
    key_attribute="spidCode",
)
CIE = Profile(
    "/cie-saml",
    "CIE SAML di prova",
    "CIE di prova, con SAML",
    comparisons=frozenset({"exact", "minimum"}),
    is_always_fresh=True,
    names_formats=False,
    signs_out=False,
    service_metadata="/cie/metadata",
)
PROFILES = (SPID, EIDAS, CIE)

FOREIGNERS = (
    DemoPerson(
        person_code="SE/IT/19880412-7359",
        given_name="Ingrid",
        family_name="Lindqvist",
        born_on=datetime(1988, 4, 12, tzinfo=UTC).date(),
        sex="F",
        story="Si è appena trasferita dalla Svezia e non ha ancora il codice fiscale",
        language="en",
    ),
    DemoPerson(
        person_code="PT/IT/a81f0c44e2",
        given_name="João",
        family_name="Teixeira Lobo",
        born_on=datetime(1969, 9, 30, tzinfo=UTC).date(),
        sex="M",
        story="Vive in Portogallo e segue da lontano la madre anziana",
        language="en",
    ),
)
"""Invented citizens of other countries, whom only the eIDAS node knows."""


@dataclass(frozen=True)
class SamlEntity:
    """One SAML identity provider; its key never shows up in a `repr`."""

    profile: Profile
    base: str
    pair: SigningPair
    people: Sequence[DemoPerson] = field(repr=False)

    @property
    def entity_id(self) -> str:
        """Our name in the federation."""
        return self.base + self.profile.path

    def address(self, path: str) -> str:
        """The full address of one of our paths."""
        return self.base + self.profile.path + path


def prepare_entity(profile: Profile, base: str, folder: Path, people: Sequence[DemoPerson]) -> SamlEntity:
    """The entity with the key and the certificate of ``folder``, made at the first start."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not (folder / CERTIFICATE_FILE).exists():
        _make(profile, folder)
    key = serialization.load_pem_private_key((folder / KEY_FILE).read_bytes(), password=None)
    certificate = x509.load_pem_x509_certificate((folder / CERTIFICATE_FILE).read_bytes())
    pair = SigningPair(key, certificate.public_bytes(serialization.Encoding.DER))
    return SamlEntity(profile, base.rstrip("/"), pair, people)


def new_pair(name: str, now: datetime) -> SigningPair:
    """A key and its own certificate."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder(
        issuer_name=subject,
        subject_name=subject,
        public_key=key.public_key(),
        serial_number=x509.random_serial_number(),
        not_valid_before=now - timedelta(days=1),
        not_valid_after=now + _LIFE,
    )
    return SigningPair(key, builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER))


def _make(profile: Profile, folder: Path) -> None:
    pair = new_pair(profile.name, datetime.now(UTC))
    certificate = x509.load_der_x509_certificate(pair.certificate)
    private = pair.key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    # The key first: a folder with a certificate is complete.
    with open(folder / KEY_FILE, "wb", opener=partial(os.open, mode=0o600)) as stream:
        stream.write(private)
    (folder / CERTIFICATE_FILE).write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
