"""What a SAML entity of ours says about itself."""

import base64

from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.vocabulary import (
    LANGUAGE,
    METADATA,
    PROTOCOL,
    SIGNATURE,
    TRANSIENT_FORMAT,
    add,
    new_element,
)
from domain.access.gateways.saml.xml_safety import etree
from e2e.emulators.identity_provider.saml.entity import SamlEntity
from e2e.emulators.identity_provider.saml.names import POST, REDIRECT


def metadata(entity: SamlEntity) -> bytes:
    """The signed description of an entity: its addresses and its certificate."""
    root = new_element(
        METADATA,
        "EntityDescriptor",
        prefixes={"md": METADATA, "ds": SIGNATURE},
        entityID=entity.entity_id,
        ID="_descrizione",
    )
    role = add(root, METADATA, "IDPSSODescriptor", protocolSupportEnumeration=PROTOCOL, WantAuthnRequestsSigned="true")
    key_info = add(add(role, METADATA, "KeyDescriptor", use="signing"), SIGNATURE, "KeyInfo")
    certificate = base64.b64encode(entity.pair.certificate).decode()
    add(add(key_info, SIGNATURE, "X509Data"), SIGNATURE, "X509Certificate", certificate)
    if entity.profile.signs_out:
        for binding in (POST, REDIRECT):
            add(role, METADATA, "SingleLogoutService", Binding=binding, Location=entity.address("/uscita"))
    add(role, METADATA, "NameIDFormat", TRANSIENT_FORMAT)
    for binding in (POST, REDIRECT):
        add(role, METADATA, "SingleSignOnService", Binding=binding, Location=entity.address("/accedi"))
    organization = add(root, METADATA, "Organization")
    for name, text in (
        ("OrganizationName", entity.profile.title),
        ("OrganizationDisplayName", entity.profile.name),
        ("OrganizationURL", entity.base),
    ):
        add(organization, METADATA, name, text).set(LANGUAGE, "it")
    return etree.tostring(sign_enveloped(root, entity.pair), xml_declaration=True, encoding="UTF-8")
