"""How we introduce ourselves to a federation: signed metadata, frozen in a file.

The federation keeps a copy of what it was sent, so what we publish must not change by a byte until a new version
is sent: it is made once, and read from then on.
"""

import base64
import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from domain.access.gateways.saml import vocabulary
from domain.access.gateways.saml.configured import NoParty, service_party
from domain.access.gateways.saml.parties import AttributeSet, Binding, ServiceParty
from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.vocabulary import LANGUAGE, METADATA, SIGNATURE, TRANSIENT_FORMAT, add, new_element
from domain.access.gateways.saml.xml_safety import Node, etree
from domain.access.terms import Way
from domain.platform.settings import settings

MEDIA_TYPE = "application/samlmetadata+xml"


def service_metadata(party: ServiceParty, *, languages: Sequence[str] = ("it",)) -> bytes:
    """Our signed metadata, for SPID (with eIDAS) or, when `party.way` is CIE, in that profile.

    The same party gives the same bytes. All its key pairs are published, the first one signs. The organization is
    named in every one of `languages`, of which one must be Italian.
    """
    if "it" not in languages:
        raise ValueError("the federations want the Italian name")
    prefixes = {"md": METADATA, "ds": SIGNATURE} | (
        {"cie": vocabulary.CIE} if party.way is Way.CIE else {"spid": vocabulary.SPID}
    )
    root = new_element(METADATA, "EntityDescriptor", prefixes=prefixes, entityID=party.entity_id)
    _describe_service(root, party)
    _describe_organization(root, party, languages)
    _describe_contact(root, party)
    # Of the contents and not random: metadata that say the same are the same, byte by byte.
    root.set("ID", "_" + hashlib.sha256(etree.tostring(root)).hexdigest()[:40])
    signed: bytes = etree.tostring(sign_enveloped(root, party.pairs[0]), encoding="UTF-8", xml_declaration=True)
    return signed


def frozen_metadata(way: Way) -> bytes:
    """The metadata we publish: the latest frozen version. Refuses NoParty before the first one."""
    folder = _folder()
    versions = _versions(folder, way)
    if not versions:
        raise NoParty("the metadata have not been frozen yet")
    return _file(folder, way, versions[-1]).read_bytes()


def freeze_metadata(way: Way, *, languages: Sequence[str] = ("it",)) -> Path:
    """Write the metadata of today as the next version, to be sent to the federation, and return its file.

    Nothing is written when the latest version is the same. Versions are never changed or removed.
    """
    folder = _folder()
    service_party.cache_clear()
    document = service_metadata(service_party(way), languages=languages)
    versions = _versions(folder, way)
    if versions and _file(folder, way, versions[-1]).read_bytes() == document:
        return _file(folder, way, versions[-1])
    target = _file(folder, way, versions[-1] + 1 if versions else 1)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as fresh:
        fresh.write(document)
    try:
        os.link(fresh.name, target)  # all of it or nothing, and never over another file
    finally:
        Path(fresh.name).unlink()
    return target


def _describe_service(root: Node, party: ServiceParty) -> None:
    service = add(
        root,
        METADATA,
        "SPSSODescriptor",
        protocolSupportEnumeration=vocabulary.PROTOCOL,
        AuthnRequestsSigned="true",
        WantAssertionsSigned="true",
    )
    for pair in party.pairs:
        published = add(add(service, METADATA, "KeyDescriptor", use="signing"), SIGNATURE, "KeyInfo")
        certificate = base64.b64encode(pair.certificate).decode()
        add(add(published, SIGNATURE, "X509Data"), SIGNATURE, "X509Certificate", certificate)
    for location in party.logouts:
        for binding in (Binding.REDIRECT, Binding.POST):
            add(service, METADATA, "SingleLogoutService", Binding=binding, Location=location)
    add(service, METADATA, "NameIDFormat", TRANSIENT_FORMAT)
    for index, location in enumerate(party.returns):
        attributes = {"index": str(index), "isDefault": "true" if index == 0 else "false"}
        add(service, METADATA, "AssertionConsumerService", Binding=Binding.POST, Location=location, **attributes)
    for attribute_set in party.attribute_sets:
        _describe_attributes(service, attribute_set)


def _describe_attributes(service: Node, attribute_set: AttributeSet) -> None:
    wanted = add(service, METADATA, "AttributeConsumingService", index=str(attribute_set.index))
    add(wanted, METADATA, "ServiceName", attribute_set.name).set(LANGUAGE, attribute_set.language)
    for name in attribute_set.attributes:
        add(wanted, METADATA, "RequestedAttribute", Name=name)


def _describe_organization(root: Node, party: ServiceParty, languages: Sequence[str]) -> None:
    us = party.organization
    organization = add(root, METADATA, "Organization")
    for name, text in (
        ("OrganizationName", us.name),
        ("OrganizationDisplayName", us.name),
        ("OrganizationURL", us.url),
    ):
        for language in languages:
            add(organization, METADATA, name, text).set(LANGUAGE, language)


def _describe_contact(root: Node, party: ServiceParty) -> None:
    us = party.organization
    contact = add(root, METADATA, "ContactPerson")
    extensions = add(contact, METADATA, "Extensions")
    if party.way is Way.CIE:
        contact.set("contactType", "administrative")
        add(extensions, vocabulary.CIE, "Public")
        add(extensions, vocabulary.CIE, "IPACode", us.ipa_code)
        add(extensions, vocabulary.CIE, "Municipality", us.municipality)
    else:
        contact.set("contactType", "other")
        add(extensions, vocabulary.SPID, "IPACode", us.ipa_code)
        add(extensions, vocabulary.SPID, "Public")
    add(contact, METADATA, "Company", us.name)
    add(contact, METADATA, "EmailAddress", us.email)
    add(contact, METADATA, "TelephoneNumber", us.phone.replace(" ", ""))


def _folder() -> Path:
    folder = settings().identity_keys_folder
    if folder is None:
        raise NoParty("settings missing: identity_keys_folder")
    return folder


def _versions(folder: Path, way: Way) -> list[int]:
    known_as = Way.SPID if way is Way.EIDAS else way
    files = folder.glob(f"metadata-{known_as}-*.xml") if folder.is_dir() else ()
    found = (re.fullmatch(rf"metadata-{known_as}-(\d+)\.xml", file.name) for file in files)
    return sorted(int(match.group(1)) for match in found if match)


def _file(folder: Path, way: Way, version: int) -> Path:
    known_as = Way.SPID if way is Way.EIDAS else way
    return folder / f"metadata-{known_as}-{version}.xml"
