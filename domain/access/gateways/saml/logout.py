"""What a provider tells us about signing out, believed only after its signature and frame have been checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.access.gateways.saml.bindings import REQUEST, RESPONSE, believe, receive
from domain.access.gateways.saml.parties import Binding, SamlProvider, ServiceParty
from domain.access.gateways.saml.vocabulary import ASSERTION, PROTOCOL, SUCCESS
from domain.access.gateways.saml.xml_safety import Node, refused, text_of

SKEW = timedelta(seconds=60)
OLDEST = timedelta(minutes=5)
LONGEST = 1024

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")


@dataclass(frozen=True)
class LogoutAsked:
    """A provider wants a session to end. `request_id` must be heard once; `relay_state` goes back in the answer."""

    request_id: str
    name_id: str = field(repr=False)
    name_qualifier: str = field(repr=False)
    session_index: str = field(repr=False)
    issue_instant: datetime
    relay_state: str = field(repr=False)


@dataclass(frozen=True)
class LogoutAnswered:
    """A provider answered our request to sign out `in_response_to`; our own session had ended before."""

    in_response_to: str
    is_done: bool
    relay_state: str = field(repr=False)


def read_logout_request(
    binding: Binding, raw: str | Mapping[str, str], provider: SamlProvider, party: ServiceParty, now: datetime
) -> LogoutAsked:
    """Whose session `provider` asks to end; `raw` is the query as it came, or the form.

    Raises `SignInRefused` (UNTRUSTED) unless it is signed by the provider, meant for us and recent.
    """
    received = receive(binding, raw, parameter=REQUEST)
    root = believe(received, provider)
    issue_instant = _check_frame(root, "LogoutRequest", provider, party, now)
    if root.get("NotOnOrAfter") is not None and _instant(root, "NotOnOrAfter") + SKEW <= now:
        raise refused("logout request has expired")
    name = _only(root, ASSERTION, "NameID")
    indexes = root.findall(f"{{{PROTOCOL}}}SessionIndex")
    return LogoutAsked(
        request_id=_attribute(root, "ID"),
        name_id=_text(name),
        name_qualifier=(name.get("NameQualifier") or "").strip(),
        session_index=_text(indexes[0]) if indexes else "",
        issue_instant=issue_instant,
        relay_state=received.relay_state,
    )


def read_logout_response(
    binding: Binding, raw: str | Mapping[str, str], provider: SamlProvider, party: ServiceParty, now: datetime
) -> LogoutAnswered:
    """What `provider` answers to our logout request; the caller compares `in_response_to` with what it asked.

    Raises `SignInRefused` (UNTRUSTED) unless it is signed by the provider, meant for us and recent.
    """
    received = receive(binding, raw, parameter=RESPONSE)
    root = believe(received, provider)
    _check_frame(root, "LogoutResponse", provider, party, now)
    code = _only(_only(root, PROTOCOL, "Status"), PROTOCOL, "StatusCode")
    return LogoutAnswered(_attribute(root, "InResponseTo"), code.get("Value") == SUCCESS, received.relay_state)


def _check_frame(root: Node, name: str, provider: SamlProvider, party: ServiceParty, now: datetime) -> datetime:
    """Check what all messages have in common and return when the message was made."""
    if root.tag != f"{{{PROTOCOL}}}{name}":
        raise refused("another kind of message")
    if root.get("Version") != "2.0":
        raise refused("another version")
    _attribute(root, "ID")
    if root.get("Destination") not in party.logouts:
        raise refused("another destination")
    if _text(_only(root, ASSERTION, "Issuer")) != provider.entity_id:
        raise refused("another issuer")
    issue_instant = _instant(root, "IssueInstant")
    if not -SKEW <= now - issue_instant <= OLDEST + SKEW:
        raise refused("not a recent message")
    return issue_instant


def _only(parent: Node, namespace: str, name: str) -> Node:
    found = parent.findall(f"{{{namespace}}}{name}")
    if len(found) != 1:
        raise refused(f"not exactly one {name}")
    return found[0]


def _text(element: Node) -> str:
    text = text_of(element)
    if not text or len(text) > LONGEST:
        raise refused("a value is missing or too long")
    return text


def _attribute(element: Node, name: str) -> str:
    value = (element.get(name) or "").strip()
    if not value or len(value) > LONGEST:
        raise refused(f"{name} is missing or too long")
    return value


def _instant(element: Node, name: str) -> datetime:
    text = element.get(name) or ""
    try:
        if not _INSTANT.fullmatch(text):
            raise ValueError
        return datetime.fromisoformat(text)
    except ValueError:
        raise refused(f"{name} is not an instant") from None
