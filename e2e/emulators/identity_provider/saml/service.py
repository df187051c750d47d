"""The service that signs people in with us, as its own metadata describe it."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from domain.access.gateways.saml.xml_safety import Node
from domain.platform.outside.http import CallFailed, call
from e2e.emulators.identity_provider.refusals import PageRefused, ServerError
from e2e.emulators.identity_provider.saml.reading import found, one, parsed, signed_part, text

_ROLE = "./md:SPSSODescriptor"


@dataclass(frozen=True)
class Service:
    """What we need of its metadata: the indexes of its addresses and attribute sets, its certificates (DER).

    ``logouts`` are, by binding, where it takes logout messages and where their answers.
    """

    entity_id: str
    name: str
    certificates: tuple[bytes, ...]
    returns: Mapping[int, str]
    sets: Mapping[int, tuple[str, ...]]
    logouts: Mapping[str, tuple[str, str]]


async def read_service(http: httpx.AsyncClient, address: str) -> Service:
    """The service as published now at ``address``; raises `ServerError` when it cannot be read or believed."""
    try:
        answer = await call(http, "GET", address, loopback_development=True)
    except (CallFailed, ValueError):
        raise ServerError("the service's metadata cannot be fetched") from None
    if answer.status != 200:
        raise ServerError(f"the service's metadata answer {answer.status}")
    try:
        return _service(answer.body)
    except ServerError:
        raise
    except PageRefused as refusal:
        raise ServerError(refusal.reason) from None


def _service(octets: bytes) -> Service:
    root = parsed(octets, "metadata")
    certificates = tuple(
        base64.b64decode("".join(element.itertext()))
        for element in found(root, f"{_ROLE}/md:KeyDescriptor[@use='signing']//ds:X509Certificate")
    )
    if not certificates:
        raise ServerError("the service's metadata hold no certificate")
    # From here on only what is signed.
    root = signed_part(root, certificates, "metadata")
    role = one(root, _ROLE)
    if role is None or role.get("AuthnRequestsSigned") != "true" or role.get("WantAssertionsSigned") != "true":
        raise ServerError("the service must sign requests and want signed assertions")
    return Service(
        entity_id=root.get("entityID"),
        name=text(next(iter(found(root, "./md:Organization/md:OrganizationDisplayName")), None)),
        certificates=certificates,
        returns={_index(place): place.get("Location") for place in found(role, "./md:AssertionConsumerService")},
        sets={_index(wish): _names(wish) for wish in found(role, "./md:AttributeConsumingService")},
        logouts={
            place.get("Binding"): (place.get("Location"), place.get("ResponseLocation") or place.get("Location"))
            for place in found(role, "./md:SingleLogoutService")
        },
    )


def _index(element: Node) -> int:
    text = element.get("index", "")
    if not text.isdecimal():
        raise ServerError("an index of the service's metadata is not a number")
    return int(text)


def _names(element: Node) -> tuple[str, ...]:
    return tuple(wish.get("Name") for wish in found(element, "./md:RequestedAttribute"))
