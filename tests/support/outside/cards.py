"""Cards with a chip, made for a test: an authority, certificates of people, lists of the revoked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from domain.kernel.clock import utcnow
from tests.support.personas import ROSA, Persona


@cache
def a_key(name: str) -> rsa.RSAPrivateKey:
    """A key, the same for the same name: making one takes long."""
    return rsa.generate_private_key(65537, 2048)


def _name(common_name: str, **more: str) -> x509.Name:
    pairs = [(NameOID.COUNTRY_NAME, "IT"), (NameOID.COMMON_NAME, common_name)]
    pairs += [(getattr(NameOID, name.upper()), value) for name, value in more.items()]
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in pairs])


@dataclass(frozen=True)
class CardAuthority:
    """Issues cards; ``name`` chooses its key too."""

    name: str = "CA di prova"
    is_authority: bool = True

    @property
    def key(self) -> rsa.RSAPrivateKey:
        """Its private key."""
        return a_key(self.name)

    def certificate(self) -> x509.Certificate:
        """Its own certificate."""
        now = utcnow()
        made = (
            x509.CertificateBuilder()
            .subject_name(_name(self.name))
            .issuer_name(_name(self.name))
            .public_key(self.key.public_key())
            .serial_number(1)
            .not_valid_before(now - timedelta(days=100))
            .not_valid_after(now + timedelta(days=3650))
            .add_extension(x509.BasicConstraints(ca=self.is_authority, path_length=None), critical=True)
            .add_extension(_usage(issues=True), critical=True)
        )
        return made.sign(self.key, hashes.SHA256())

    def card(
        self,
        persona: Persona = ROSA,
        *,
        common_name: str | None = None,
        serial_number: int = 77,
        ends_at: datetime | None = None,
        purposes: tuple[x509.ObjectIdentifier, ...] = (ExtendedKeyUsageOID.CLIENT_AUTH,),
        name_serial: str = "",
    ) -> x509.Certificate:
        """The certificate of a person's card, as a CNS has it."""
        now = utcnow()
        name = f"{persona.codice_fiscale}/1204567890.hashdiprova=" if common_name is None else common_name
        called = {"given_name": persona.given_name.upper(), "surname": persona.family_name.upper()}
        called |= {"serial_number": name_serial} if name_serial else {}
        made = (
            x509.CertificateBuilder()
            .subject_name(_name(name, **called))
            .issuer_name(_name(self.name))
            .public_key(a_key("card").public_key())
            .serial_number(serial_number)
            .not_valid_before(now - timedelta(days=50))
            .not_valid_after(ends_at or now + timedelta(days=365))
            .add_extension(_usage(issues=False), critical=True)
        )
        if purposes:
            made = made.add_extension(x509.ExtendedKeyUsage(purposes), critical=False)
        return made.sign(self.key, hashes.SHA256())

    def revoked(self, *serial_numbers: int, ends_at: datetime | None = None) -> bytes:
        """The list of revoked cards, as PEM."""
        now = utcnow()
        made = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(_name(self.name))
            .last_update(now - timedelta(days=10))
            .next_update(ends_at or now + timedelta(days=1))
        )
        for number in serial_numbers:
            one = x509.RevokedCertificateBuilder().serial_number(number).revocation_date(now - timedelta(days=2))
            made = made.add_revoked_certificate(one.build())
        return made.sign(self.key, hashes.SHA256()).public_bytes(Encoding.PEM)


def pem(certificate: x509.Certificate) -> str:
    """The certificate as text."""
    return certificate.public_bytes(Encoding.PEM).decode()


def _usage(*, issues: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not issues,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=issues,
        crl_sign=issues,
        encipher_only=False,
        decipher_only=False,
    )
