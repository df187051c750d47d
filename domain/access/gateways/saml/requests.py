"""The messages we start or answer with: requests for sign-in, requests to sign out, answers to such requests."""

import secrets
from datetime import UTC, datetime

from domain.access.gateways.identities import Level, ProviderSession, RefusalKind, SignInRefused
from domain.access.gateways.saml.bindings import REQUEST, RESPONSE, send
from domain.access.gateways.saml.parties import (
    Binding,
    Comparison,
    LogoutPlace,
    SamlProvider,
    SamlRequest,
    ServiceParty,
)
from domain.access.gateways.saml.vocabulary import (
    ASSERTION,
    ENTITY_FORMAT,
    PROTOCOL,
    REQUESTER,
    SUCCESS,
    TRANSIENT_FORMAT,
    add,
    new_element,
    written,
)
from domain.access.gateways.saml.xml_safety import Node
from domain.access.terms import Way

EIDAS_SETS = frozenset({99, 100})
_PREFIXES = {"saml": ASSERTION, "samlp": PROTOCOL}
_COMPARISONS_OF_CIE = frozenset({Comparison.EXACT, Comparison.MINIMUM})


def sign_in_request(  # noqa: PLR0913 - each is a fact of the one request
    party: ServiceParty,
    provider: SamlProvider,
    *,
    level: Level,
    comparison: Comparison,
    attribute_set: int,
    return_index: int,
    binding: Binding,
    relay_state: str,
    now: datetime,
    is_fresh: bool = False,
) -> SamlRequest:
    """Ask `provider` who the person is, at `level`; the answer goes to `party.returns[return_index]`.

    With `is_fresh` the person must identify again even if the provider remembers them; levels 2 and 3 and CIE ask
    that always, and CIE knows only two comparisons: what was really asked stands in the result. `relay_state` is
    opaque and at most 80 bytes. Refuses (ValueError) an index that we do not publish, and the eIDAS sets for others
    than the eIDAS node; raises `SignInRefused` (UNAVAILABLE) when the provider does not know the binding.
    """
    _check_asked(party, provider, attribute_set, return_index, relay_state)
    address = provider.sign_in.get(binding)
    if address is None:
        raise SignInRefused(RefusalKind.UNAVAILABLE, "the provider does not take requests this way")
    is_cie = provider.way is Way.CIE
    is_fresh = is_fresh or is_cie or level >= Level.TWO
    if is_cie and comparison not in _COMPARISONS_OF_CIE:
        comparison = Comparison.MINIMUM
    root, issued_at = _message(party, "AuthnRequest", address, now)
    if is_fresh:
        root.set("ForceAuthn", "true")
    root.set("AssertionConsumerServiceIndex", str(return_index))
    root.set("AttributeConsumingServiceIndex", str(attribute_set))
    add(root, PROTOCOL, "NameIDPolicy", Format=TRANSIENT_FORMAT)
    wanted = add(root, PROTOCOL, "RequestedAuthnContext", Comparison=comparison)
    add(wanted, ASSERTION, "AuthnContextClassRef", level.acr)
    departure, xml = send(
        root, party.pairs[0], parameter=REQUEST, address=address, binding=binding, relay_state=relay_state
    )
    return SamlRequest(str(root.get("ID")), issued_at, departure, xml, comparison, is_fresh)


def logout_request(
    party: ServiceParty,
    provider: SamlProvider,
    session: ProviderSession,
    *,
    binding: Binding,
    relay_state: str,
    now: datetime,
) -> SamlRequest:
    """Tell `provider` that the person signs out everywhere; our own session must have ended before.

    Refuses (ValueError) a session that has no name at the provider; raises `SignInRefused` (UNAVAILABLE) when the
    provider does not take logout messages this way.
    """
    if not session.name_id:
        raise ValueError("a session without name at the provider")
    address = _logout_place(provider, binding).location
    root, issued_at = _message(party, "LogoutRequest", address, now)
    qualifier = {"NameQualifier": session.name_qualifier} if session.name_qualifier else {}
    add(root, ASSERTION, "NameID", session.name_id, Format=TRANSIENT_FORMAT, **qualifier)
    if session.session_index:
        add(root, PROTOCOL, "SessionIndex", session.session_index)
    departure, xml = send(
        root, party.pairs[0], parameter=REQUEST, address=address, binding=binding, relay_state=relay_state
    )
    return SamlRequest(str(root.get("ID")), issued_at, departure, xml)


def logout_response(
    party: ServiceParty,
    provider: SamlProvider,
    *,
    in_response_to: str,
    binding: Binding,
    relay_state: str,
    now: datetime,
    is_done: bool = True,
) -> SamlRequest:
    """Answer a request of `provider` to sign somebody out, whether or not there was such a session.

    `relay_state` must be given back as it came. Raises `SignInRefused` (UNAVAILABLE) when the provider does not take
    logout messages this way.
    """
    address = _logout_place(provider, binding).response_location
    root, issued_at = _message(party, "LogoutResponse", address, now)
    root.set("InResponseTo", in_response_to)
    status = add(root, PROTOCOL, "Status")
    add(status, PROTOCOL, "StatusCode", Value=SUCCESS if is_done else REQUESTER)
    departure, xml = send(
        root, party.pairs[0], parameter=RESPONSE, address=address, binding=binding, relay_state=relay_state
    )
    return SamlRequest(str(root.get("ID")), issued_at, departure, xml)


def _message(party: ServiceParty, name: str, address: str, now: datetime) -> tuple[Node, datetime]:
    """A new message from us with its name, instant, destination and issuer; the instant is in whole seconds."""
    issued_at = now.astimezone(UTC).replace(microsecond=0)
    root = new_element(
        PROTOCOL,
        name,
        prefixes=_PREFIXES,
        ID="_" + secrets.token_hex(20),
        Version="2.0",
        IssueInstant=written(issued_at),
        Destination=address,
    )
    add(root, ASSERTION, "Issuer", party.entity_id, Format=ENTITY_FORMAT, NameQualifier=party.entity_id)
    return root, issued_at


def _check_asked(
    party: ServiceParty, provider: SamlProvider, attribute_set: int, return_index: int, relay_state: str
) -> None:
    if attribute_set not in {known.index for known in party.attribute_sets}:
        raise ValueError("not an attribute set of ours")
    if (attribute_set in EIDAS_SETS) is not (provider.way is Way.EIDAS):
        raise ValueError("the eIDAS sets are for the eIDAS node alone")
    if not 0 <= return_index < len(party.returns):
        raise ValueError("not a return address of ours")
    if not relay_state or "http" in relay_state:
        raise ValueError("relay state is not opaque")


def _logout_place(provider: SamlProvider, binding: Binding) -> LogoutPlace:
    place = provider.logout.get(binding)
    if place is None:
        raise SignInRefused(RefusalKind.UNAVAILABLE, "the provider does not take logout messages this way")
    return place
