"""How messages travel through the browser: as a form that is posted, or packed into a link.

A posted message carries its signature inside; with a link the signature stands beside it, over the very characters
of the query, so those are never decoded and encoded again.
"""

import base64
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import unquote_plus, urlencode

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

from domain.access.gateways.saml.parties import Binding, Departure, SamlProvider, SigningPair
from domain.access.gateways.saml.signatures import MOST_CERTIFICATES, SMALLEST_KEY, sign_enveloped, verify_enveloped
from domain.access.gateways.saml.vocabulary import ASSERTION
from domain.access.gateways.saml.xml_safety import Node, decode_message, etree, inflate, parse_xml, refused, text_of

REQUEST = "SAMLRequest"
RESPONSE = "SAMLResponse"
LONGEST_QUERY = 64 * 1024
LONGEST_RELAY_STATE = 80
"""In bytes; SAML allows no more, and some providers cut what is longer."""

_RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
_ALGORITHMS: dict[str, hashes.HashAlgorithm] = {
    _RSA_SHA256: hashes.SHA256(),
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384": hashes.SHA384(),
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512": hashes.SHA512(),
}
_SIGNED_ORDER = ("RelayState", "SigAlg")
_ENCODING = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE"


@dataclass(frozen=True)
class Received:
    """A message as it came, not yet believed: for a link also the signed characters, algorithm and signature."""

    root: Node = field(repr=False)
    relay_state: str = field(repr=False)
    signed: bytes = field(default=b"", repr=False)
    algorithm: str = ""
    signature: bytes = field(default=b"", repr=False)


def send(
    root: Node, pair: SigningPair, *, parameter: str, address: str, binding: Binding, relay_state: str
) -> tuple[Departure, bytes]:
    """Sign a message of ours and pack it for the browser; returns it with its bytes, for the register."""
    if len(relay_state.encode()) > LONGEST_RELAY_STATE:
        raise ValueError("relay state too long")
    relay = {"RelayState": relay_state} if relay_state else {}
    if binding is Binding.POST:
        xml = etree.tostring(sign_enveloped(root, pair))
        return Departure(address, {parameter: base64.b64encode(xml).decode(), **relay}), xml
    xml = etree.tostring(root)
    packed = base64.b64encode(zlib.compress(xml, wbits=-zlib.MAX_WBITS)).decode()
    query = urlencode({parameter: packed, **relay, "SigAlg": _RSA_SHA256})
    signature = base64.b64encode(pair.key.sign(query.encode(), PKCS1v15(), hashes.SHA256())).decode()
    joined = "&" if "?" in address else "?"
    return Departure(f"{address}{joined}{query}&{urlencode({'Signature': signature})}"), xml


def receive(binding: Binding, raw: str | Mapping[str, str], *, parameter: str) -> Received:
    """Unpack a message: `raw` is the query exactly as it came, or the form. Believe nothing of it before `believe`.

    Raises `SignInRefused` for anything malformed, oversized or given twice.
    """
    if binding is Binding.POST:
        if isinstance(raw, str):
            raise refused("not a form")
        return Received(parse_xml(decode_message(raw.get(parameter, ""))), raw.get("RelayState", ""))
    if not isinstance(raw, str) or len(raw) > LONGEST_QUERY:
        raise refused("not a query")
    fields = _raw_fields(raw)
    if parameter not in fields or not {"SigAlg", "Signature"} <= fields.keys():
        raise refused("a link without message or signature")
    if "SAMLEncoding" in fields and unquote_plus(fields["SAMLEncoding"]) != _ENCODING:
        raise refused("a link in another encoding")
    signed = "&".join(f"{name}={fields[name]}" for name in (parameter, *_SIGNED_ORDER) if name in fields)
    return Received(
        root=parse_xml(inflate(decode_message(unquote_plus(fields[parameter])))),
        relay_state=unquote_plus(fields.get("RelayState", "")),
        signed=signed.encode(),
        algorithm=unquote_plus(fields["SigAlg"]),
        signature=decode_message(unquote_plus(fields["Signature"]), largest=2048),
    )


def issuer_of(binding: Binding, raw: str | Mapping[str, str], *, parameter: str) -> str:
    """Who the message says it is from: only to look up whose keys must have signed it. Raises `SignInRefused`."""
    issuer = receive(binding, raw, parameter=parameter).root.find(f"{{{ASSERTION}}}Issuer")
    if issuer is None or not text_of(issuer):
        raise refused("a message without issuer")
    return text_of(issuer)


def believe(received: Received, provider: SamlProvider) -> Node:
    """The root of a message that a key of `provider` signed, whole; read nothing else. Raises `SignInRefused`."""
    if not received.signed:
        return verify_enveloped(received.root, provider.certificates, of=received.root)
    algorithm = _ALGORITHMS.get(received.algorithm)
    if algorithm is None:
        raise refused("a signature with another algorithm")
    for certificate in provider.certificates[:MOST_CERTIFICATES]:
        key = _public_key(certificate)
        if key is None:
            continue
        try:
            key.verify(received.signature, received.signed, PKCS1v15(), algorithm)
        except InvalidSignature:
            continue
        return received.root
    raise refused("no known key made the signature")


def _raw_fields(query: str) -> dict[str, str]:
    """The fields of a query as they were sent, still percent-encoded."""
    if not re.fullmatch(r"[\x21-\x7e]*", query):
        raise refused("a query with other characters")
    found: dict[str, str] = {}
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if name in found:
            raise refused("a field given twice")
        found[name] = value
    return found


@lru_cache(maxsize=64)
def _public_key(certificate: bytes) -> Any:
    key = x509.load_der_x509_certificate(certificate).public_key()
    return key if isinstance(key, rsa.RSAPublicKey) and key.key_size >= SMALLEST_KEY else None
