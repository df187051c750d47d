"""Reads what identity providers, or the register of a federation, say about themselves: SAML metadata."""

import binascii
from collections.abc import Iterator, Sequence
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.saml.parties import Binding, LogoutPlace, SamlProvider
from domain.access.gateways.saml.signatures import MOST_CERTIFICATES, SMALLEST_KEY, verify_enveloped
from domain.access.gateways.saml.vocabulary import LANGUAGE, METADATA, PROTOCOL, SIGNATURE
from domain.access.gateways.saml.xml_safety import Node, parse_xml, text_of
from domain.access.terms import Way
from domain.kernel.clock import utcnow
from domain.platform.observability import log
from domain.platform.outside.http import check_address
from domain.platform.settings import settings

LARGEST = 8 * 1024 * 1024
LONGEST_ENTITY_ID = 1024
LONGEST_NAME = 200

_MD = f"{{{METADATA}}}"
_DS = f"{{{SIGNATURE}}}"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class MetadataRefused(Exception):
    """These metadata are not to be used; `reason` is English, for operators."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_providers(
    xml: bytes, *, way: Way, signers: Sequence[bytes] | None, now: datetime | None = None
) -> list[SamlProvider]:
    """The identity providers of a metadata document: of one entity, or of a register of many, however nested.

    With `signers` (certificates, DER) one of them must have signed the whole document; without, the caller vouches
    for where it comes from. Other kinds of entities are left out. In a register, a provider that cannot be used is
    left out too, also one past its validity, with a line in the log. Refuses MetadataRefused for what is no metadata
    or larger than 8 MiB, for a signature that is missing or wrong, for a document past its validity, for an entity
    described twice, and for a document without any provider that can be used.
    """
    now = now or utcnow()
    root = _authentic(xml.removeprefix(_BYTE_ORDER_MARK), signers)
    if root.tag not in {f"{_MD}EntityDescriptor", f"{_MD}EntitiesDescriptor"}:
        raise MetadataRefused("not SAML metadata")
    found: dict[str, SamlProvider] = {}
    for entity, until in _entities(root, None, now):
        service = entity.find(f"{_MD}IDPSSODescriptor")
        if service is None:
            continue
        try:
            provider = _provider(entity, service, way, _earlier(until, _valid_until(service)))
        except MetadataRefused as refusal:
            if entity is root:
                raise
            _leave_out(entity, refusal)
            continue
        if provider.entity_id in found:
            raise MetadataRefused("an entity is described twice")
        found[provider.entity_id] = provider
    if not found:
        raise MetadataRefused("no identity provider in it")
    return list(found.values())


def _authentic(xml: bytes, signers: Sequence[bytes] | None) -> Node:
    try:
        root = parse_xml(xml, largest=LARGEST)
        return root if signers is None else verify_enveloped(root, signers, of=root)
    except SignInRefused as refusal:
        raise MetadataRefused(refusal.reason) from None


def _entities(node: Node, until: datetime | None, now: datetime) -> Iterator[tuple[Node, datetime | None]]:
    """Every entity with the end of its validity: the earliest of its own and those of the groups around it."""
    until = _earlier(until, _valid_until(node))
    if until is not None and until <= now:
        raise MetadataRefused("past their validity")
    if node.tag == f"{_MD}EntityDescriptor":
        yield node, until
    for child in node.iterchildren(f"{_MD}EntityDescriptor", f"{_MD}EntitiesDescriptor"):
        try:
            yield from _entities(child, until, now)
        except MetadataRefused as refusal:
            _leave_out(child, refusal)


def _leave_out(node: Node, refusal: MetadataRefused) -> None:
    log.warning("saml_provider_left_out", entity_id=node.get("entityID", "")[:200], reason=refusal.reason)


def _valid_until(node: Node) -> datetime | None:
    text = node.get("validUntil")
    if text is None:
        return None
    try:
        until = datetime.fromisoformat(text.strip())
    except ValueError:
        raise MetadataRefused("validUntil is not an instant") from None
    if until.tzinfo is None:
        raise MetadataRefused("validUntil is not an instant")
    return until


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((instant for instant in (one, other) if instant is not None), default=None)


def _provider(entity: Node, service: Node, way: Way, until: datetime | None) -> SamlProvider:
    entity_id = (entity.get("entityID") or "").strip()
    if not 0 < len(entity_id) <= LONGEST_ENTITY_ID or not entity_id.isprintable():
        raise MetadataRefused("no entity ID")
    if PROTOCOL not in (service.get("protocolSupportEnumeration") or "").split():
        raise MetadataRefused("does not speak SAML 2")
    sign_in = {binding: place.location for binding, place in _places(service, "SingleSignOnService").items()}
    if not sign_in:
        raise MetadataRefused("no address for sign-in by POST or Redirect")
    return SamlProvider(
        way=way,
        entity_id=entity_id,
        name=_name(entity) or entity_id,
        sign_in=sign_in,
        logout=_places(service, "SingleLogoutService"),
        certificates=_certificates(service),
        valid_until=until,
    )


def _places(service: Node, name: str) -> dict[Binding, LogoutPlace]:
    """The addresses of a service, by binding; of several for one binding the first counts."""
    found: dict[Binding, LogoutPlace] = {}
    known = {binding.value: binding for binding in Binding}
    for endpoint in service.findall(f"{_MD}{name}"):
        binding = known.get(endpoint.get("Binding", ""))
        if binding is not None and binding not in found:
            location = _address(endpoint.get("Location", ""))
            found[binding] = LogoutPlace(location, _address(endpoint.get("ResponseLocation", location)))
    return found


def _address(text: str) -> str:
    chosen = settings()
    try:
        address = text.strip()
        check_address(address, loopback_development=chosen.loopback_development or chosen.demo_identity_provider)
    except ValueError:
        raise MetadataRefused("an address is not https to a public host") from None
    return address


def _certificates(service: Node) -> tuple[bytes, ...]:
    """The certificates (DER) of the keys that sign; those that we do not take are left out."""
    found: list[bytes] = []
    for descriptor in service.findall(f"{_MD}KeyDescriptor"):
        if descriptor.get("use", "signing") != "signing":
            continue
        for element in descriptor.findall(f"{_DS}KeyInfo/{_DS}X509Data/{_DS}X509Certificate"):
            certificate = _certificate(element)
            if certificate is not None and certificate not in found:
                found.append(certificate)
    if not found:
        raise MetadataRefused("no certificate with an RSA key of 2048 bits or more")
    if len(found) > MOST_CERTIFICATES:
        raise MetadataRefused("too many certificates")
    return tuple(found)


def _certificate(element: Node) -> bytes | None:
    # Its dates are not judged: the federation takes a key out of the metadata when it must not count any more.
    try:
        octets = binascii.a2b_base64("".join(text_of(element).split()).encode("ascii"), strict_mode=True)
        key = x509.load_der_x509_certificate(octets).public_key()
    except (binascii.Error, ValueError, SignInRefused):
        raise MetadataRefused("a certificate cannot be read") from None
    return octets if isinstance(key, rsa.RSAPublicKey) and key.key_size >= SMALLEST_KEY else None


def _name(entity: Node) -> str:
    """The provider as people know it: in Italian when it says so."""
    for kind in ("OrganizationDisplayName", "OrganizationName"):
        names = entity.findall(f"{_MD}Organization/{_MD}{kind}")
        for name in sorted(names, key=lambda one: one.get(LANGUAGE) != "it"):
            if text := " ".join((name.text or "").split()):
                return text[:LONGEST_NAME]
    return ""
