"""A message that a browser brings: opened, and believed only when the service signed it."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.access.gateways.saml.xml_safety import Node, decode_message, inflate
from e2e.emulators.identity_provider.refusals import PageRefused
from e2e.emulators.identity_provider.saml.names import POST, REDIRECT
from e2e.emulators.identity_provider.saml.queries import check_query
from e2e.emulators.identity_provider.saml.reading import parsed, refusing, signed_part
from e2e.emulators.identity_provider.saml.service import Service

LONGEST_RELAY_STATE = 80


@dataclass(frozen=True)
class Message:
    """An authentic message: its root is what was signed."""

    root: Node
    relay_state: str
    binding: str


def receive(fields: Mapping[str, str], raw_query: str, service: Service, *, name: str) -> Message:
    """The message ``name`` (SAMLRequest or SAMLResponse) of a form, or of a query when there is a raw one."""
    if name not in fields:
        raise PageRefused(f"{name} is missing")
    relay_state = fields.get("RelayState", "")
    if len(relay_state.encode()) > LONGEST_RELAY_STATE:
        raise PageRefused("RelayState is longer than 80 bytes")
    with refusing(name):
        octets = decode_message(fields[name])
        octets = inflate(octets) if raw_query else octets
    if raw_query:
        check_query(raw_query, service.certificates, name)
        return Message(parsed(octets, name), relay_state, REDIRECT)
    return Message(signed_part(parsed(octets, name), service.certificates, name), relay_state, POST)
