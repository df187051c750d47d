"""The words of SAML: namespaces and fixed texts, and how elements of ours are built from them."""

from datetime import UTC, datetime

from domain.access.gateways.saml.xml_safety import Node, etree

ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion"
PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol"
METADATA = "urn:oasis:names:tc:SAML:2.0:metadata"
SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"
SPID = "https://spid.gov.it/saml-extensions"
CIE = "https://www.cartaidentita.interno.gov.it/saml-extensions"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

ENTITY_FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
TRANSIENT_FORMAT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
SUCCESS = "urn:oasis:names:tc:SAML:2.0:status:Success"
REQUESTER = "urn:oasis:names:tc:SAML:2.0:status:Requester"

PREFIXES = {"saml": ASSERTION, "samlp": PROTOCOL, "md": METADATA, "ds": SIGNATURE}


def new_element(
    namespace: str, name: str, text: str | None = None, *, prefixes: dict[str, str] | None = None, **attributes: str
) -> Node:
    """An element of ours with its text and attributes; ``prefixes`` only on the outermost one."""
    made = etree.Element(f"{{{namespace}}}{name}", attrib=attributes, nsmap=prefixes)
    made.text = text
    return made


def add(parent: Node, namespace: str, name: str, text: str | None = None, **attributes: str) -> Node:
    """Put a new element at the end of ``parent`` and return it."""
    made = etree.SubElement(parent, f"{{{namespace}}}{name}", attrib=attributes)
    made.text = text
    return made


def written(instant: datetime) -> str:
    """An instant as SAML writes it: UTC, whole seconds."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
