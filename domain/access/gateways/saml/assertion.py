"""The checks of an assertion whose signature has been verified: for us, now, for this request, strong enough."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.access.gateways.identities import Level, RefusalKind, SignInRefused
from domain.access.gateways.saml.parties import Comparison, SamlAsked
from domain.access.gateways.saml.reading import (
    SAML,
    SKEW,
    attribute,
    check_children,
    check_equal,
    check_issued,
    check_types,
    filled,
    instant,
    only,
)
from domain.access.gateways.saml.vocabulary import ENTITY_FORMAT, TRANSIENT_FORMAT
from domain.access.gateways.saml.xml_safety import Node, refused
from domain.access.terms import Way

BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
LONGEST_LIFE = timedelta(days=1)
"""No assertion is remembered for longer, so none that lasts longer is taken."""

_CHILDREN = {f"{SAML}{name}" for name in ("Issuer", "Subject", "Conditions", "AuthnStatement", "AttributeStatement")}


@dataclass(frozen=True)
class Vouched:
    """What the frame of a checked assertion says; the attributes stand in `statement`."""

    name_id: str = field(repr=False)
    name_qualifier: str
    session_index: str = field(repr=False)
    level: Level
    expires_at: datetime
    statement: Node = field(repr=False)


def check_assertion(assertion: Node, asked: SamlAsked, audience: str, now: datetime) -> Vouched:
    """Return what `assertion`, read from under its signature, says; `audience` is our entity ID.

    Raises `SignInRefused` for everything that does not fit the request, the provider, us or the moment.
    """
    check_children(assertion, _CHILDREN)
    check_types(assertion)
    check_equal(attribute(assertion, "Version"), "2.0", "version")
    check_issued(assertion, asked_at=asked.issued_at, now=now)
    check_issuer(only(assertion, f"{SAML}Issuer"), asked, may_lack_format=asked.provider.way is Way.CIE)
    subject = only(assertion, f"{SAML}Subject")
    name_id = _name_id(subject)
    confirmed_until = _check_confirmation(subject, asked, now)
    valid_until = _check_conditions(only(assertion, f"{SAML}Conditions"), audience, now)
    statement = only(assertion, f"{SAML}AuthnStatement")
    return Vouched(
        name_id=filled(name_id, longest=256),
        name_qualifier=attribute(name_id, "NameQualifier"),
        session_index=_check_sign_in(statement, asked, now),
        level=_level(statement, asked),
        expires_at=min(confirmed_until, valid_until) + SKEW,
        statement=only(assertion, f"{SAML}AttributeStatement"),
    )


def check_issuer(issuer: Node, asked: SamlAsked, *, may_lack_format: bool) -> None:
    """Refuse an issuer other than the provider that was asked."""
    check_equal(filled(issuer), asked.provider.entity_id, "issuer")
    if issuer.get("Format") is not None or not may_lack_format:
        check_equal(issuer.get("Format", ""), ENTITY_FORMAT, "format of the issuer")


def _name_id(subject: Node) -> Node:
    check_children(subject, {f"{SAML}NameID", f"{SAML}SubjectConfirmation"})
    name_id = only(subject, f"{SAML}NameID")
    check_equal(attribute(name_id, "Format"), TRANSIENT_FORMAT, "format of the name")
    if len(attribute(name_id, "NameQualifier")) > 1024:
        raise refused("NameQualifier too long")
    return name_id


def _check_confirmation(subject: Node, asked: SamlAsked, now: datetime) -> datetime:
    confirmation = only(subject, f"{SAML}SubjectConfirmation")
    check_children(confirmation, {f"{SAML}SubjectConfirmationData"})
    check_equal(attribute(confirmation, "Method"), BEARER, "method of confirmation")
    particulars = only(confirmation, f"{SAML}SubjectConfirmationData")
    check_children(particulars, set())
    check_equal(attribute(particulars, "Recipient"), asked.return_address, "recipient")
    check_equal(attribute(particulars, "InResponseTo"), asked.request_id, "request confirmed")
    if particulars.get("NotBefore") is not None:
        _check_begun(particulars, now)
    return _ending(particulars, now)


def _check_conditions(conditions: Node, audience: str, now: datetime) -> datetime:
    # A condition that we do not know could take everything back. That of single use we keep anyway.
    check_children(conditions, {f"{SAML}AudienceRestriction", f"{SAML}OneTimeUse"})
    if len(conditions.findall(f"{SAML}OneTimeUse")) > 1:
        raise refused("several OneTimeUse")
    restriction = only(conditions, f"{SAML}AudienceRestriction")
    check_children(restriction, {f"{SAML}Audience"})
    check_equal(filled(only(restriction, f"{SAML}Audience")), audience, "audience")
    _check_begun(conditions, now)
    return _ending(conditions, now)


def _check_begun(element: Node, now: datetime) -> None:
    if instant(element, "NotBefore") > now + SKEW:
        raise refused("not valid yet")


def _ending(element: Node, now: datetime) -> datetime:
    ending = instant(element, "NotOnOrAfter")
    if not now - SKEW < ending <= now + LONGEST_LIFE:
        raise refused("expired, or valid for too long")
    return ending


def _check_sign_in(statement: Node, asked: SamlAsked, now: datetime) -> str:
    """Returns the provider's index of the session, which it may lack."""
    check_children(statement, {f"{SAML}SubjectLocality", f"{SAML}AuthnContext"})
    signed_in_at = instant(statement, "AuthnInstant")
    if signed_in_at > now + SKEW or (asked.is_fresh and signed_in_at < asked.issued_at - SKEW):
        raise refused("the person did not sign in after the request")
    if statement.get("SessionNotOnOrAfter") is not None and instant(statement, "SessionNotOnOrAfter") <= now - SKEW:
        raise refused("the provider's session is over")
    session_index = statement.get("SessionIndex", "")
    if len(session_index) > 256:
        raise refused("SessionIndex too long")
    return session_index


def _level(statement: Node, asked: SamlAsked) -> Level:
    context = only(statement, f"{SAML}AuthnContext")
    check_children(context, {f"{SAML}AuthnContextClassRef", f"{SAML}AuthenticatingAuthority"})
    reference = filled(only(context, f"{SAML}AuthnContextClassRef"))
    given = next((level for level in Level if level.acr == reference), None)
    if given is None:
        raise refused("an unknown level")
    # Providers may vouch for more than was asked, whatever the comparison says.
    suits = given > asked.level or (
        asked.comparison is Comparison.MAXIMUM if given < asked.level else asked.comparison is not Comparison.BETTER
    )
    if not suits:
        raise SignInRefused(RefusalKind.LEVEL_TOO_LOW, "a level that does not suit the request")
    return given
