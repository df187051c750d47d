"""The request for sign-in, checked by every rule of the Italian profile (AR-01 to AR-12)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.access.gateways.saml.vocabulary import ASSERTION, ENTITY_FORMAT, PROTOCOL, TRANSIENT_FORMAT
from domain.access.gateways.saml.xml_safety import Node
from e2e.emulators.identity_provider.refusals import PageRefused
from e2e.emulators.identity_provider.saml.entity import SamlEntity
from e2e.emulators.identity_provider.saml.names import POST
from e2e.emulators.identity_provider.saml.reading import found, one, text
from e2e.emulators.identity_provider.saml.receiving import Message
from e2e.emulators.identity_provider.saml.service import Service

SKEW = timedelta(seconds=60)
OLDEST = timedelta(minutes=5)
LEVELS = {f"https://www.spid.gov.it/SpidL{level}": level for level in (1, 2, 3)}
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{21,127}")
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,3})?Z")
_ORDER = [f"{{{ASSERTION}}}Issuer", f"{{{PROTOCOL}}}NameIDPolicy", f"{{{PROTOCOL}}}RequestedAuthnContext"]
_SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
_CLASS = "./samlp:RequestedAuthnContext/saml:AuthnContextClassRef"


@dataclass(frozen=True)
class SignInAsked:
    """A checked request: where the answer goes, and what it must hold."""

    request_id: str
    relay_state: str
    return_address: str
    audience: str
    service_name: str
    attributes: tuple[str, ...]
    level: int
    asked_at: datetime


def check_sign_in_request(message: Message, entity: SamlEntity, service: Service, now: datetime) -> SignInAsked:
    """The request as the service made it; raises `PageRefused` with the first rule that it breaks."""
    root = message.root
    for rule, holds in _rules(message, entity, service, now):
        if not holds:
            raise PageRefused(f"AuthnRequest: {rule}")
    index = int(root.get("AttributeConsumingServiceIndex"))
    return SignInAsked(
        request_id=root.get("ID"),
        relay_state=message.relay_state,
        return_address=_return_address(root, service),
        audience=service.entity_id,
        service_name=service.name,
        attributes=service.sets[index],
        level=_level(root),
        asked_at=now,
    )


def check_frame(root: Node, service: Service, destination: str, now: datetime) -> Iterator[tuple[str, bool]]:
    """The rules that every message of the service keeps."""
    issuer = one(root, "./saml:Issuer")
    yield "AR-02 ID", bool(_ID.fullmatch(root.get("ID", "")))
    yield "AR-02 Version", root.get("Version") == "2.0"
    yield "AR-02 IssueInstant", _is_recent(root.get("IssueInstant", ""), now)
    yield "AR-03 Destination", root.get("Destination") == destination
    yield "AR-08 Issuer", text(issuer) == service.entity_id
    yield "AR-08 Issuer Format", issuer is not None and issuer.get("Format") == ENTITY_FORMAT
    yield "AR-08 Issuer NameQualifier", issuer is not None and issuer.get("NameQualifier") == service.entity_id


def _rules(message: Message, entity: SamlEntity, service: Service, now: datetime) -> Iterator[tuple[str, bool]]:
    root, profile = message.root, entity.profile
    yield "not a request for sign-in", root.tag == f"{{{PROTOCOL}}}AuthnRequest"
    yield from check_frame(root, service, entity.address("/accedi"), now)
    yield "AR-01 order of the children", [child.tag for child in root if child.tag != _SIGNATURE] == _ORDER
    classes = [text(element) for element in found(root, _CLASS)]
    yield "AR-10 one known level", len(classes) == 1 and classes[0] in LEVELS
    comparisons = [element.get("Comparison") for element in found(root, "./samlp:RequestedAuthnContext")]
    yield "AR-10 Comparison", len(comparisons) == 1 and comparisons[0] in profile.comparisons
    must_be_fresh = profile.is_always_fresh or LEVELS[classes[0]] > 1
    yield "AR-04 ForceAuthn", root.get("ForceAuthn") == "true" or not must_be_fresh
    yield "AR-05 address of the answer", bool(_return_address(root, service))
    yield "AR-06 AttributeConsumingServiceIndex", _is_set(root.get("AttributeConsumingServiceIndex"), entity, service)
    yield "AR-07 IsPassive", root.get("IsPassive", "false") == "false"
    yield "AR-07 Scoping", not found(root, ".//samlp:Scoping") and not found(root, ".//samlp:RequesterID")
    policy = one(root, "./samlp:NameIDPolicy")
    yield "AR-09 NameIDPolicy", policy is not None and policy.get("Format") == TRANSIENT_FORMAT
    yield "AR-09 AllowCreate", policy is not None and policy.get("AllowCreate") is None
    yield "AR-12 RelayState", bool(message.relay_state) and "http" not in message.relay_state


def _is_recent(written: str, now: datetime) -> bool:
    shape = _INSTANT.fullmatch(written)
    if shape is None:
        return False
    issued_at = datetime.fromisoformat(shape.group(1)).replace(tzinfo=UTC)
    return now - OLDEST - SKEW <= issued_at <= now + SKEW


def _is_set(index_text: str | None, entity: SamlEntity, service: Service) -> bool:
    if index_text is None or not index_text.isdecimal() or int(index_text) not in service.sets:
        return False
    profile, index = entity.profile, int(index_text)
    return index not in profile.forbidden_sets and (profile.sets is None or index in profile.sets)


def _return_address(root: Node, service: Service) -> str:
    index = root.get("AssertionConsumerServiceIndex")
    address, binding = root.get("AssertionConsumerServiceURL"), root.get("ProtocolBinding")
    if index is not None and address is None and binding is None:
        return service.returns.get(int(index), "") if index.isdecimal() else ""
    if index is None and address in service.returns.values() and binding == POST:
        return str(address)
    return ""


def _level(root: Node) -> int:
    asked = LEVELS[text(one(root, _CLASS))]
    is_better = found(root, "./samlp:RequestedAuthnContext[@Comparison='better']")
    return min(asked + 1, 3) if is_better else asked
