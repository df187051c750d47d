"""Who takes part in a sign-in by SAML, and what goes to and fro.

Private keys and messages never show up in the `repr` of these values, so none can slip into a log.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.access.gateways.identities import Identity, Level
from domain.access.terms import Way


class Binding(StrEnum):
    """How a message travels through the browser."""

    POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
    REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"


class Comparison(StrEnum):
    """How the level of the answer compares with the one asked."""

    EXACT = "exact"
    MINIMUM = "minimum"
    BETTER = "better"
    MAXIMUM = "maximum"


@dataclass(frozen=True)
class LogoutPlace:
    """Where a provider takes logout messages, and their answers where these go elsewhere."""

    location: str
    response_location: str


@dataclass(frozen=True)
class SamlProvider:
    """An identity provider as its metadata describe it. `certificates` (DER) are the only ones ever trusted.

    After `valid_until` the metadata must not be used any more.
    """

    way: Way
    entity_id: str
    name: str
    sign_in: Mapping[Binding, str]
    logout: Mapping[Binding, LogoutPlace]
    certificates: tuple[bytes, ...]
    valid_until: datetime | None = None


@dataclass(frozen=True)
class SigningPair:
    """A private key, loaded once, with its certificate (DER)."""

    key: Any = field(repr=False)
    certificate: bytes


@dataclass(frozen=True)
class AttributeSet:
    """What we ask to know, by the index under which the metadata publish it."""

    index: int
    name: str
    attributes: tuple[str, ...]
    language: str = "it"


@dataclass(frozen=True)
class Organization:
    """The public body behind the service, as the federation's register writes it.

    `ipa_code` is its code in the index of public administrations; `municipality` the Belfiore code that CIE asks for;
    `locality` the town, for the certificate.
    """

    name: str
    url: str
    ipa_code: str
    email: str
    phone: str
    municipality: str = ""
    locality: str = ""


@dataclass(frozen=True)
class ServiceParty:
    """Us. The first pair signs; all are published, so that a new one can be announced before it is used.

    `returns` are the addresses that take answers and `logouts` those that take logout messages; an index of
    `returns` is its index in the metadata.
    """

    way: Way
    entity_id: str
    pairs: tuple[SigningPair, ...]
    returns: tuple[str, ...]
    logouts: tuple[str, ...]
    attribute_sets: tuple[AttributeSet, ...]
    organization: Organization


@dataclass(frozen=True)
class Departure:
    """A message of ours on its way through the browser: a link to follow, or a form to post when there are fields."""

    address: str = field(repr=False)
    fields: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class SamlRequest:
    """A message of ours as sent: what must be remembered of it, and its bytes for the register.

    `comparison` and `is_fresh` are what a request for sign-in really asked: the profile may demand more than its maker.
    """

    request_id: str
    issued_at: datetime
    departure: Departure
    xml: bytes = field(repr=False)
    comparison: Comparison = Comparison.MINIMUM
    is_fresh: bool = False


@dataclass(frozen=True)
class SamlAsked:
    """What an answer must fit: the request it answers."""

    request_id: str
    issued_at: datetime
    provider: SamlProvider
    return_address: str
    level: Level
    comparison: Comparison
    is_fresh: bool


@dataclass(frozen=True)
class SamlFacts:
    """What the register of transactions keeps of an answer besides its bytes, as far as it could be read."""

    response_id: str = ""
    response_instant: str = ""
    issuer: str = ""
    assertion_id: str = ""
    subject: str = field(default="", repr=False)
    name_qualifier: str = ""
    in_response_to: str = ""


@dataclass(frozen=True)
class SamlAnswer:
    """A checked answer: who it is, and until when its assertion must not come again."""

    identity: Identity = field(repr=False)
    facts: SamlFacts
    expires_at: datetime
