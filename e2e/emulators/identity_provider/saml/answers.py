"""The answers: a person whom we vouch for, or the number of an anomaly; right ones unless told to misbehave."""

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from domain.access.gateways.saml.parties import SigningPair
from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.vocabulary import (
    ASSERTION,
    ENTITY_FORMAT,
    PROTOCOL,
    SUCCESS,
    TRANSIENT_FORMAT,
    add,
    new_element,
    written,
)
from domain.access.gateways.saml.xml_safety import Node, etree
from e2e.emulators.identity_provider.saml.attributes import DATES
from e2e.emulators.identity_provider.saml.entity import SamlEntity, new_pair
from e2e.emulators.identity_provider.saml.misbehaviour import SamlMisbehaviour
from e2e.emulators.identity_provider.saml.names import AUTHN_FAILED, BASIC, BEARER, RESPONDER, XS, XSI
from e2e.emulators.identity_provider.saml.request import SignInAsked
from e2e.emulators.identity_provider.saml.tampering import Draft, distort_draft, distort_message

LIFE = timedelta(minutes=5)
_PREFIXES = {"saml": ASSERTION, "samlp": PROTOCOL, "xs": XS, "xsi": XSI}
_M = SamlMisbehaviour


def new_id() -> str:
    """A name that nobody guesses, in the form that XML wants."""
    return f"_{secrets.token_hex(20)}"


@dataclass(frozen=True)
class Vouched:
    """Somebody whom we vouch for in one answer; the names by which the session is ended later."""

    attributes: dict[str, str] = field(repr=False)
    name_id: str = field(default_factory=new_id, repr=False)
    session_index: str = field(default_factory=new_id, repr=False)


def answer_with_person(
    entity: SamlEntity, asked: SignInAsked, vouched: Vouched, now: datetime, wrong: SamlMisbehaviour | None = None
) -> bytes:
    """The signed Response with a signed Assertion about the person."""
    draft = distort_draft(_draft(entity, asked, now), wrong)
    pair = new_pair("sconosciuto", datetime.now(UTC)) if wrong is _M.FOREIGN_KEY else entity.pair
    response = _response(entity, draft)
    _add_status(response, SUCCESS)
    unsigned = _assertion(entity, draft, vouched, wrong)
    signed = unsigned if wrong in {_M.UNSIGNED, _M.UNSIGNED_ASSERTION} else sign_enveloped(unsigned, pair)
    response.append(signed)
    if wrong is _M.TWO_ASSERTIONS:
        response.append(sign_enveloped(_assertion(entity, draft, vouched, wrong), pair))
    return distort_message(_closed(response, pair, is_signed=wrong not in {_M.UNSIGNED, _M.WRAPPED}), wrong)


def answer_with_anomaly(entity: SamlEntity, asked: SignInAsked, number: int, now: datetime) -> bytes:
    """The signed Response that says by number why there is nobody."""
    response = _response(entity, _draft(entity, asked, now))
    outer = _add_status(response, RESPONDER)
    add(outer, PROTOCOL, "StatusCode", Value=AUTHN_FAILED)
    add(outer.getparent(), PROTOCOL, "StatusMessage", f"ErrorCode nr{number}")
    return _closed(response, entity.pair, is_signed=True)


def _draft(entity: SamlEntity, asked: SignInAsked, now: datetime) -> Draft:
    return Draft(
        issuer=entity.entity_id,
        audience=asked.audience,
        destination=asked.return_address,
        recipient=asked.return_address,
        in_response_to=asked.request_id,
        level=f"https://www.spid.gov.it/SpidL{asked.level}",
        issued_at=now,
        valid_from=now,
        valid_until=now + LIFE,
    )


def _closed(response: Node, pair: SigningPair, *, is_signed: bool) -> bytes:
    return etree.tostring(sign_enveloped(response, pair) if is_signed else response)


def _response(entity: SamlEntity, draft: Draft) -> Node:
    response = new_element(
        PROTOCOL,
        "Response",
        prefixes=_PREFIXES,
        ID=new_id(),
        Version="2.0",
        IssueInstant=written(draft.issued_at),
        Destination=draft.destination,
    )
    if draft.in_response_to:
        response.set("InResponseTo", draft.in_response_to)
    _add_issuer(response, entity, draft)
    return response


def _add_issuer(parent: Node, entity: SamlEntity, draft: Draft) -> None:
    formats = {"Format": ENTITY_FORMAT} if entity.profile.names_formats else {}
    add(parent, ASSERTION, "Issuer", draft.issuer, **formats)


def _add_status(response: Node, code: str) -> Node:
    return add(add(response, PROTOCOL, "Status"), PROTOCOL, "StatusCode", Value=code)


def _assertion(entity: SamlEntity, draft: Draft, vouched: Vouched, wrong: SamlMisbehaviour | None) -> Node:
    assertion = new_element(
        ASSERTION,
        "Assertion",
        prefixes=_PREFIXES,
        ID=new_id(),
        Version="2.0",
        IssueInstant=written(draft.issued_at),
    )
    _add_issuer(assertion, entity, draft)
    subject = add(assertion, ASSERTION, "Subject")
    add(subject, ASSERTION, "NameID", vouched.name_id, Format=TRANSIENT_FORMAT, NameQualifier=entity.entity_id)
    confirmation = add(subject, ASSERTION, "SubjectConfirmation", Method=BEARER)
    data = add(
        confirmation,
        ASSERTION,
        "SubjectConfirmationData",
        Recipient=draft.recipient,
        NotOnOrAfter=written(draft.valid_until),
    )
    if draft.in_response_to:
        data.set("InResponseTo", draft.in_response_to)
    conditions = add(
        assertion,
        ASSERTION,
        "Conditions",
        NotBefore=written(draft.valid_from),
        NotOnOrAfter=written(draft.valid_until),
    )
    add(add(conditions, ASSERTION, "AudienceRestriction"), ASSERTION, "Audience", draft.audience)
    statement = add(
        assertion,
        ASSERTION,
        "AuthnStatement",
        AuthnInstant=written(draft.issued_at),
        SessionIndex=vouched.session_index,
    )
    add(add(statement, ASSERTION, "AuthnContext"), ASSERTION, "AuthnContextClassRef", draft.level)
    _add_attributes(assertion, entity.profile.key_attribute, vouched.attributes, wrong)
    return assertion


def _add_attributes(assertion: Node, key: str, known: dict[str, str], wrong: SamlMisbehaviour | None) -> None:
    pairs = [(name, value) for name, value in known.items() if wrong is not _M.WITHOUT_KEY_ATTRIBUTE or name != key]
    if wrong is _M.DOUBLED_ATTRIBUTE:
        pairs.append((key, "TINIT-VRDGLI80A41Z999A"))
    statement = add(assertion, ASSERTION, "AttributeStatement")
    for name, value in pairs if wrong is not _M.WITHOUT_ATTRIBUTES else ():
        attribute = add(statement, ASSERTION, "Attribute", Name=name, NameFormat=BASIC)
        element = add(attribute, ASSERTION, "AttributeValue", value)
        element.set(f"{{{XSI}}}type", "xs:date" if name in DATES else "xs:string")
        if wrong is _M.COMMENT_IN_VALUE and name == key:
            element.text = value[:-4]
            comment = etree.Comment("taglio")
            comment.tail = value[-4:]
            element.append(comment)
