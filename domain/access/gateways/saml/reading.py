"""How answers are read: by name, exactly once, with nothing in between.

Every function raises `SignInRefused` for what is missing, doubled, empty or unexpected; the reason names the element,
never its content.
"""

import re
from collections.abc import Set
from datetime import UTC, datetime, timedelta

from domain.access.gateways.saml.vocabulary import ASSERTION, PROTOCOL
from domain.access.gateways.saml.xml_safety import Node, etree, local_name, refused, text_of

SAML = f"{{{ASSERTION}}}"
SAMLP = f"{{{PROTOCOL}}}"
SKEW = timedelta(seconds=60)
"""By how much a provider's clock may differ from ours."""

_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,9}))?Z")
_TYPES = "{http://www.w3.org/2001/XMLSchema-instance}"


def only(parent: Node, tag: str) -> Node:
    """The one child of that name."""
    found = parent.findall(tag)
    if len(found) != 1:
        raise refused(f"not exactly one {tag.rpartition('}')[2]} in {local_name(parent)}")
    return found[0]


def check_children(parent: Node, allowed: Set[str]) -> None:
    """Refuse a child of another name, and text between the children."""
    texts = [parent.text]
    for child in parent:
        texts.append(child.tail)
        if child.tag is not etree.Comment and child.tag not in allowed:
            raise refused(f"something unexpected in {local_name(parent)}")
    if any(text and text.strip() for text in texts):
        raise refused(f"text between the elements of {local_name(parent)}")


def check_types(root: Node) -> None:
    """Refuse elements that declare themselves empty (`xsi:nil`) or, values apart, of another type (`xsi:type`)."""
    for element in root.iter("*"):
        declared = {name for name in element.attrib if name.startswith(_TYPES)}
        if declared and (element.tag != f"{SAML}AttributeValue" or declared != {f"{_TYPES}type"}):
            raise refused("an element of a declared type")


def attribute(element: Node, name: str) -> str:
    """An attribute that must be there with a value."""
    value = element.get(name)
    if not value:
        raise refused(f"{local_name(element)} without {name}")
    return value


def filled(element: Node, *, longest: int = 1024) -> str:
    """The text of an element that must have one."""
    text = text_of(element)
    if not text or len(text) > longest:
        raise refused(f"{local_name(element)} empty or too long")
    return text


def instant(element: Node, name: str) -> datetime:
    """A moment in UTC, as the standard writes it: with `Z`, and with at most nine decimals of a second."""
    written = _INSTANT.fullmatch(attribute(element, name))
    if not written:
        raise refused(f"{name} of {local_name(element)} is not a moment in UTC")
    try:
        moment = datetime.fromisoformat(written.group(1)).replace(tzinfo=UTC)
    except ValueError:
        raise refused(f"{name} of {local_name(element)} is not a moment") from None
    return moment.replace(microsecond=int((written.group(2) or "")[:6].ljust(6, "0")))


def check_issued(element: Node, *, asked_at: datetime, now: datetime) -> None:
    """Refuse what was issued before our request or is said to be issued in the future."""
    issued = instant(element, "IssueInstant")
    if not asked_at - SKEW <= issued <= now + SKEW:
        raise refused(f"{local_name(element)} issued before the request or in the future")


def check_equal(given: str, expected: str, what: str) -> None:
    """Refuse a value other than the expected one."""
    if given != expected:
        raise refused(f"another {what}")
