"""Metadata of invented providers: right ones, unless a test wants others."""

import base64

import pytest

from domain.access.gateways.saml.parties import SamlProvider
from domain.access.gateways.saml.provider_metadata import MetadataRefused, read_providers
from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.xml_safety import etree
from domain.access.terms import Way
from tests.domain.access.gateways.saml.two_sides import NOW, PROVIDER, pair

HEAD = 'xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
SAML = "urn:oasis:names:tc:SAML:2.0:protocol"


def key(owner: str | bytes = "provider", use: str = 'use="signing"') -> str:
    """A key as metadata publish it, with line breaks as people paste them."""
    certificate = pair(owner).certificate if isinstance(owner, str) else owner
    text = base64.encodebytes(certificate).decode()
    return (
        f"<KeyDescriptor {use}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n{text}\n"
        "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>"
    )


def endpoint(kind: str, binding: str, location: str, more: str = "") -> str:
    return f'<{kind} Binding="urn:oasis:names:tc:SAML:2.0:bindings:{binding}" Location="{location}" {more}/>'


def entity(
    entity_id: str = PROVIDER,
    *,
    keys: str | None = None,
    endpoints: str | None = None,
    names: str = '<OrganizationDisplayName xml:lang="it">Identità di prova</OrganizationDisplayName>',
    more: str = "",
    protocol: str = SAML,
) -> str:
    """The metadata of a provider, right unless the test wants others."""
    places = endpoints or (
        endpoint("SingleLogoutService", "HTTP-POST", f"{PROVIDER}/slo", f'ResponseLocation="{PROVIDER}/slo/r"')
        + endpoint("SingleLogoutService", "HTTP-Redirect", f"{PROVIDER}/slo")
        + endpoint("SingleSignOnService", "HTTP-POST", f"{PROVIDER}/post")
        + endpoint("SingleSignOnService", "HTTP-Redirect", f"{PROVIDER}/link")
        + endpoint("SingleSignOnService", "SOAP", f"{PROVIDER}/soap")
    )
    return (
        f'<EntityDescriptor {HEAD} entityID="{entity_id}" {more}>'
        f'<IDPSSODescriptor protocolSupportEnumeration="{protocol}">{key() if keys is None else keys}{places}'
        f"</IDPSSODescriptor><Organization>{names}</Organization></EntityDescriptor>"
    )


def register(*entities: str, more: str = "") -> str:
    """A register of entities."""
    return f"<EntitiesDescriptor {HEAD} {more}>{''.join(entities)}</EntitiesDescriptor>"


def signed(text: str, signer: str = "register") -> bytes:
    """The document, signed as a whole."""
    made: bytes = etree.tostring(sign_enveloped(etree.fromstring(text), pair(signer)))
    return made


def read(text: str | bytes, signer: str | None = None) -> list[SamlProvider]:
    octets = text.encode() if isinstance(text, str) else text
    signers = None if signer is None else [pair(signer).certificate]
    return read_providers(octets, way=Way.SPID, signers=signers, now=NOW)


def refusal(text: str | bytes, signer: str | None = None) -> str:
    with pytest.raises(MetadataRefused) as refused:
        read(text, signer)
    return refused.value.reason
