"""Signatures that are arithmetically right and yet must not be taken, made by hand."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from domain.access.gateways.saml.xml_safety import Node, etree
from tests.support.saml.messages import DS, SAML

XMLDSIG = DS[1:-1]
MORE = "http://www.w3.org/2001/04/xmldsig-more#"
ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = f"{XMLDSIG}enveloped-signature"
RSA_SHA256 = f"{MORE}rsa-sha256"
SHA256 = f"{ENCRYPTION}sha256"

Signing = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Odd:
    """What a signature says about itself; each word may be another one."""

    method: str = RSA_SHA256
    digest: str = SHA256
    canonical: str = EXCLUSIVE
    transforms: Sequence[str] = (ENVELOPED, EXCLUSIVE)
    reference: str | None = None
    references: int = 1
    hash: str = "sha256"


def rsa_with(key: Any, algorithm: Any = None) -> Signing:
    """PKCS #1 1.5 with SHA-256, or with another digest."""
    return lambda message: key.sign(message, padding.PKCS1v15(), algorithm or hashes.SHA256())


def pss_with(key: Any) -> Signing:
    """RSA with the other padding."""
    return lambda message: key.sign(message, padding.PSS(padding.MGF1(hashes.SHA256()), 32), hashes.SHA256())


def curve_with(key: Any) -> Signing:
    """ECDSA, in the fixed form XML wants."""

    def sign(message: bytes) -> bytes:
        r, s = decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32) + s.to_bytes(32)

    return sign


def hmac_with(secret: bytes) -> Signing:
    """HMAC with something that everybody knows as its secret."""
    return lambda message: hmac.digest(secret, message, "sha256")


def sign_oddly(
    element: Node, signing: Signing, odd: Odd | None = None, *, change: Callable[[Node], object] | None = None
) -> None:
    """Put a signature into `element`, after its Issuer; `change` alters it before its value is computed."""
    says = odd or Odd()
    content = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
    signature = etree.Element(f"{DS}Signature", nsmap={"ds": XMLDSIG})
    info = etree.SubElement(signature, f"{DS}SignedInfo")
    etree.SubElement(info, f"{DS}CanonicalizationMethod", Algorithm=says.canonical)
    etree.SubElement(info, f"{DS}SignatureMethod", Algorithm=says.method)
    for _ in range(says.references):
        uri = f"#{element.get('ID')}" if says.reference is None else says.reference
        reference = etree.SubElement(info, f"{DS}Reference", URI=uri)
        transforms = etree.SubElement(reference, f"{DS}Transforms")
        for algorithm in says.transforms:
            etree.SubElement(transforms, f"{DS}Transform", Algorithm=algorithm)
        etree.SubElement(reference, f"{DS}DigestMethod", Algorithm=says.digest)
        digest = base64.b64encode(hashlib.new(says.hash, content, usedforsecurity=False).digest())
        etree.SubElement(reference, f"{DS}DigestValue").text = digest.decode()
    etree.SubElement(signature, f"{DS}SignatureValue")
    if change:
        change(signature)
    element.insert(element.index(element.find(f"{SAML}Issuer")) + 1, signature)
    seal(signature, signing)


def seal(signature: Node, signing: Signing) -> None:
    """Compute the value of a signature anew over what its SignedInfo says now."""
    info = signature.find(f"{DS}SignedInfo")
    value = base64.b64encode(signing(etree.tostring(info, method="c14n", exclusive=True, with_tail=False)))
    signature.find(f"{DS}SignatureValue").text = value.decode()
