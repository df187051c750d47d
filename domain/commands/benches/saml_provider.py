"""An identity provider for measuring: it signs what it is asked, for people who do not exist."""

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from domain.access.gateways.identities import Level
from domain.access.gateways.saml.parties import SigningPair
from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.vocabulary import (
    ASSERTION,
    ENTITY_FORMAT,
    METADATA,
    PREFIXES,
    PROTOCOL,
    SIGNATURE,
    SUCCESS,
    TRANSIENT_FORMAT,
    add,
    new_element,
    written,
)
from domain.access.gateways.saml.xml_safety import Node, etree, parse_xml
from domain.kernel.clock import utcnow

NAME = "https://idp.misura.example"
POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
LIFE = timedelta(minutes=5)
PEOPLE = 25


@dataclass(frozen=True)
class Asked:
    """What the provider reads in a request, and where the answer goes."""

    request_id: str
    audience: str
    return_address: str


class MeasuredProvider:
    """The provider: its key, its metadata, its answers."""

    def __init__(self) -> None:
        """Make a key of the size that providers of SPID have."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "misura")]), utcnow()
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        builder = builder.serial_number(x509.random_serial_number())
        made = builder.not_valid_before(now - LIFE).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
        self.certificate = made
        self.pair = SigningPair(key, made.public_bytes(Encoding.DER))

    def write_metadata(self, file: Path) -> None:
        """The metadata, as a registry would hold them."""
        root = new_element(METADATA, "EntityDescriptor", prefixes=PREFIXES, entityID=NAME)
        service = add(root, METADATA, "IDPSSODescriptor", protocolSupportEnumeration=PROTOCOL)
        info = add(add(service, METADATA, "KeyDescriptor", use="signing"), SIGNATURE, "KeyInfo")
        text = base64.b64encode(self.pair.certificate).decode()
        add(add(info, SIGNATURE, "X509Data"), SIGNATURE, "X509Certificate", text)
        add(service, METADATA, "SingleSignOnService", Binding=POST, Location=f"{NAME}/sso")
        file.write_bytes(etree.tostring(root))

    def read(self, message: str, return_address: str) -> Asked:
        """The request that a browser brings, in base64."""
        root = parse_xml(base64.b64decode(message))
        return Asked(root.get("ID") or "", root.findtext(f"{{{ASSERTION}}}Issuer") or "", return_address)

    def answer(self, asked: Asked, number: int) -> bytes:
        """A signed answer with a signed assertion about the person ``number``."""
        now = utcnow()
        response = new_element(
            PROTOCOL,
            "Response",
            prefixes=PREFIXES,
            ID=_name(),
            Version="2.0",
            IssueInstant=written(now),
            Destination=asked.return_address,
            InResponseTo=asked.request_id,
        )
        add(response, ASSERTION, "Issuer", NAME, Format=ENTITY_FORMAT)
        add(add(response, PROTOCOL, "Status"), PROTOCOL, "StatusCode", Value=SUCCESS)
        response.append(sign_enveloped(_assertion(asked, now, number % PEOPLE), self.pair))
        return etree.tostring(sign_enveloped(response, self.pair))


def _assertion(asked: Asked, now: datetime, number: int) -> Node:
    assertion = new_element(
        ASSERTION, "Assertion", prefixes=PREFIXES, ID=_name(), Version="2.0", IssueInstant=written(now)
    )
    add(assertion, ASSERTION, "Issuer", NAME, Format=ENTITY_FORMAT)
    subject = add(assertion, ASSERTION, "Subject")
    add(subject, ASSERTION, "NameID", _name(), Format=TRANSIENT_FORMAT, NameQualifier=NAME)
    until = written(now + LIFE)
    add(
        add(subject, ASSERTION, "SubjectConfirmation", Method=BEARER),
        ASSERTION,
        "SubjectConfirmationData",
        Recipient=asked.return_address,
        NotOnOrAfter=until,
        InResponseTo=asked.request_id,
    )
    conditions = add(assertion, ASSERTION, "Conditions", NotBefore=written(now), NotOnOrAfter=until)
    add(add(conditions, ASSERTION, "AudienceRestriction"), ASSERTION, "Audience", asked.audience)
    statement = add(assertion, ASSERTION, "AuthnStatement", AuthnInstant=written(now), SessionIndex=_name())
    add(add(statement, ASSERTION, "AuthnContext"), ASSERTION, "AuthnContextClassRef", Level.TWO.acr)
    told = {
        "fiscalNumber": f"TINIT-PRVMSR{50 + number}A01H501A",
        "name": "Prova",
        "familyName": f"Misura {'abcdefghijklmnopqrstuvwxyz'[number]}",
        "dateOfBirth": f"19{50 + number}-01-01",
    }
    attributes = add(assertion, ASSERTION, "AttributeStatement")
    for name, value in told.items():
        add(add(attributes, ASSERTION, "Attribute", Name=name), ASSERTION, "AttributeValue", value)
    return assertion


def _name() -> str:
    return f"_{secrets.token_hex(20)}"
