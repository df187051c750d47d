"""Reading what a service sends, with the strict readers of the portal; refusals end on a page of ours."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.saml.signatures import verify_enveloped
from domain.access.gateways.saml.vocabulary import PREFIXES
from domain.access.gateways.saml.xml_safety import Node, parse_xml
from e2e.emulators.identity_provider.refusals import PageRefused


def parsed(octets: bytes, what: str) -> Node:
    """The root of a harmless document."""
    with refusing(what):
        return parse_xml(octets)


def signed_part(root: Node, certificates: Sequence[bytes], what: str) -> Node:
    """The whole document as the owner of one of the certificates (DER) signed it."""
    with refusing(what):
        return verify_enveloped(root, certificates, of=root)


@contextmanager
def refusing(what: str) -> Iterator[None]:
    """Turn the refusal of a reader into a page that names ``what``."""
    try:
        yield
    except SignInRefused as refusal:
        raise PageRefused(f"{what}: {refusal.reason}") from None


def found(element: Node, path: str) -> list[Node]:
    """What the path leads to, with the usual prefixes."""
    return element.xpath(path, namespaces=PREFIXES)


def one(element: Node, path: str) -> Node | None:
    """The only element on the path; None when there is none or there are several."""
    elements = found(element, path)
    return elements[0] if len(elements) == 1 else None


def text(element: Node | None) -> str:
    """The text of an element, without the blanks around it."""
    return (element.text or "").strip() if element is not None else ""
