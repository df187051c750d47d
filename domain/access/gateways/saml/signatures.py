"""XML signatures: the only door through which signed content enters, and how we sign our own.

What a signature covers is decided here before any arithmetic: one signature, directly inside the element it covers,
with one reference to that very element and nothing transformed away. Only certificates known beforehand count;
what a message says about its own key is ignored.
"""

import base64
import copy
import logging
import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod
from signxml.exceptions import SignXMLException
from signxml.signer import XMLSigner
from signxml.verifier import SignatureConfiguration, XMLVerifier

from domain.access.gateways.saml.parties import SigningPair
from domain.access.gateways.saml.xml_safety import LARGEST, Node, etree, parse_xml, refused

# signxml writes whole assertions to its log when somebody turns on DEBUG.
logging.getLogger("signxml").setLevel(logging.WARNING)

SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENVELOPED = f"{SIGNATURE}enveloped-signature"
ISSUER = "{urn:oasis:names:tc:SAML:2.0:assertion}Issuer"
MOST_CERTIFICATES = 4
SMALLEST_KEY = 2048

_DS = f"{{{SIGNATURE}}}"
_INCLUSIVE_PREFIXES = f"{{{EXCLUSIVE_C14N}}}InclusiveNamespaces"
_SIGNATURE_METHODS = frozenset({SignatureMethod.RSA_SHA256, SignatureMethod.RSA_SHA384, SignatureMethod.RSA_SHA512})
_DIGESTS = frozenset({DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512})
_ABOUT_KEYS = frozenset({f"{_DS}X509Data", f"{_DS}KeyName", f"{_DS}KeyValue"})
_PLAIN_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]{0,255}")
_IDS = frozenset({"id", "assertionid", "responseid", "requestid"})


def verify_enveloped(root: Node, certificates: Sequence[bytes], *, of: Node) -> Node:
    """Return a fresh copy of `of`, an element of the document `root`, as one of `certificates` (DER) signed it.

    The copy lacks the signature and everything outside `of`: read nothing else of the document. Raises
    `SignInRefused` when `of` is not signed, or in another way than the federations' rules say, or by another key.
    """
    identifier = _own_identifier(root, of)
    signature = _only_signature(of)
    _check_signature(signature, identifier)
    whole = etree.tostring(of, with_tail=False)
    for certificate in _candidates(signature, certificates):
        signed = _signed_by(whole, certificate)
        if signed is not None:
            break
    else:
        raise refused("no known key made the signature")
    # Never the tree that was compared, but one read again from the very bytes under the signature.
    copied = parse_xml(signed, largest=max(len(signed), LARGEST))
    if copied.tag != of.tag or copied.get("ID") != identifier:
        raise refused("the signature covers another element")
    return copied


def sign_enveloped(root: Node, pair: SigningPair) -> Node:
    """Return a copy of `root`, which has an `ID`, signed by `pair`: right after its Issuer, or first without one."""
    prepared = copy.deepcopy(root)
    prepared.tail = None
    placeholder = etree.Element(f"{_DS}Signature", nsmap={"ds": SIGNATURE}, Id="placeholder")
    issuer = prepared.find(ISSUER)
    prepared.insert(0 if issuer is None else prepared.index(issuer) + 1, placeholder)
    signer = XMLSigner(
        signature_algorithm=SignatureMethod.RSA_SHA256,
        digest_algorithm=DigestAlgorithm.SHA256,
        c14n_algorithm=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    return signer.sign(prepared, key=pair.key, cert=[_read(pair.certificate)], reference_uri=f"#{root.get('ID')}")


def is_plain_identifier(text: str) -> bool:
    """Whether `text` can be the ID of a message: ASCII letters, figures and `_.-`, of a sane length."""
    return _PLAIN_ID.fullmatch(text) is not None


def has_signature(element: Node) -> bool:
    """Whether there is a signature directly inside `element`; says nothing about whether it is any good."""
    return element.find(f"{_DS}Signature") is not None


def _own_identifier(root: Node, of: Node) -> str:
    identifier = of.get("ID") or ""
    if not is_plain_identifier(identifier):
        raise refused("a signed element without a proper ID")
    # By hand, because XPath sorts what it finds, which takes minutes in a document made for it.
    identifiers = [
        value
        for element in root.iter("*")
        for name, value in element.attrib.items()
        if name.rpartition("}")[2].lower() in _IDS
    ]
    if len(identifiers) != len(set(identifiers)):
        raise refused("an ID occurs more than once")
    return identifier


def _only_signature(of: Node) -> Node:
    signatures = of.findall(f"{_DS}Signature")
    if len(signatures) != 1:
        raise refused("not exactly one signature")
    return signatures[0]


def _check_signature(signature: Node, identifier: str) -> None:
    signed_part, value, *rest = _children(signature, "SignedInfo", "SignatureValue", "KeyInfo", optional=1)
    if len(value) or not (value.text or "").strip():
        raise refused("a signature without value")
    for about_key in rest:
        if any(child.tag not in _ABOUT_KEYS for child in about_key):
            raise refused("a signature that points elsewhere for its key")
    canonical, method, reference = _children(signed_part, "CanonicalizationMethod", "SignatureMethod", "Reference")
    transforms, digest, digest_value = _children(reference, "Transforms", "DigestMethod", "DigestValue")
    enveloped, exclusive = _children(transforms, "Transform", "Transform")
    if reference.attrib != {"URI": f"#{identifier}"}:
        raise refused("a signature that covers another element")
    _check_algorithm(canonical, {EXCLUSIVE_C14N}, may_name_prefixes=True)
    _check_algorithm(method, {known.value for known in _SIGNATURE_METHODS})
    _check_algorithm(digest, {known.value for known in _DIGESTS})
    _check_algorithm(enveloped, {ENVELOPED})
    _check_algorithm(exclusive, {EXCLUSIVE_C14N}, may_name_prefixes=True)
    if len(digest_value) or not (digest_value.text or "").strip():
        raise refused("a signature without digest")


def _children(parent: Node, *names: str, optional: int = 0) -> list[Node]:
    """The children of `parent`, which must be called just so; the last `optional` ones may be missing."""
    children = [child for child in parent if child.tag is not etree.Comment]
    expected = [f"{_DS}{name}" for name in names]
    tags = [child.tag for child in children]
    if tags != expected[: len(tags)] or len(tags) < len(expected) - optional:
        raise refused("a signature of another shape")
    return children


def _check_algorithm(element: Node, known: set[str], *, may_name_prefixes: bool = False) -> None:
    # No parameters: a shorter HMAC, an XPath or a stylesheet would stand inside.
    if element.attrib != {"Algorithm": element.get("Algorithm")} or element.get("Algorithm") not in known:
        raise refused("a signature with another algorithm")
    if any(not may_name_prefixes or child.tag != _INCLUSIVE_PREFIXES for child in element) or len(element) > 1:
        raise refused("a signature with parameters")


def _candidates(signature: Node, certificates: Sequence[bytes]) -> list[bytes]:
    """The known certificates, the one that the message names first: a matter of speed, never of trust."""
    named = "".join((signature.findtext(f"{_DS}KeyInfo/{_DS}X509Data/{_DS}X509Certificate") or "").split())
    known = sorted(certificates, key=lambda octets: base64.b64encode(octets).decode() != named)
    return known[:MOST_CERTIFICATES]


@lru_cache(maxsize=256)
def _read(certificate: bytes) -> x509.Certificate:
    return x509.load_der_x509_certificate(certificate)


def _signed_by(whole: bytes, certificate: bytes) -> bytes | None:
    try:
        pinned = _read(certificate)
        key = pinned.public_key()
        if not isinstance(key, rsa.RSAPublicKey) or key.key_size < SMALLEST_KEY:
            return None
        found: Any = XMLVerifier().verify(
            whole,
            x509_cert=pinned,
            id_attribute="ID",
            expect_config=SignatureConfiguration(
                location="./",
                signature_methods=_SIGNATURE_METHODS,
                digest_algorithms=_DIGESTS,
                expect_references=1,
                ignore_ambiguous_key_info=True,
                verification_time=_moment_of(pinned),
            ),
        )
    except (SignXMLException, etree.LxmlError, ValueError, TypeError, AttributeError):
        return None
    return found.signed_data


def _moment_of(certificate: x509.Certificate) -> datetime:
    # The federation's metadata decide which keys count, not the dates in a certificate that nobody else vouches
    # for; so the bare key is what matters, and the check of old certificates is that of the register of providers.
    return certificate.not_valid_after_utc
