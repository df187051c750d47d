"""Answers as trees, built from texts that a test may change one by one; right ones unless it does."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from domain.access.gateways.saml.parties import SamlAsked
from domain.access.gateways.saml.xml_safety import Node, etree

SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"
SAMLP = "{urn:oasis:names:tc:SAML:2.0:protocol}"
DS = "{http://www.w3.org/2000/09/xmldsig#}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
STATUS = "urn:oasis:names:tc:SAML:2.0:status:"
PREFIXES = {"samlp": SAMLP[1:-1], "saml": SAML[1:-1], "ds": DS[1:-1], "xsi": XSI[1:-1]}

PERSON = {
    "fiscalNumber": "TINIT-RSSMRA80A41H501Y",
    "name": "Maria",
    "familyName": "Rossi",
    "dateOfBirth": "1980-01-01",
    "gender": "F",
    "placeOfBirth": "H501",
    "email": "maria.rossi@example.it",
    "spidCode": "TEST0123456789",
}
"""An invented person."""


@dataclass(frozen=True)
class Answer:
    """Every text of an answer. None leaves an attribute out; times are written as SAML does."""

    request_id: str | None
    return_address: str | None
    issuer: str
    audience: str
    issued: str | None
    until: str | None
    level: str = "https://www.spid.gov.it/SpidL2"
    response_id: str | None = "_response"
    assertion_id: str | None = "_assertion"
    issuer_format: str | None = ENTITY
    assertion_issuer_format: str | None = ENTITY
    name_id: str = "_somebody"
    name_qualifier: str | None = "https://idp.example.it"
    session_index: str | None = "_session"
    attributes: Mapping[str, str] = field(default_factory=lambda: dict(PERSON))

    def but(self, **changes: Any) -> "Answer":
        """The same answer with other texts."""
        return replace(self, **changes)


def written(moment: datetime) -> str:
    """A moment as SAML writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def answer_to(asked: SamlAsked, audience: str, now: datetime) -> Answer:
    """The right answer to a request, for the service called `audience`."""
    return Answer(
        request_id=asked.request_id,
        return_address=asked.return_address,
        issuer=asked.provider.entity_id,
        name_qualifier=asked.provider.entity_id,
        audience=audience,
        issued=written(now),
        until=written(now + timedelta(minutes=5)),
        level=asked.level.acr,
    )


def response_of(answer: Answer) -> Node:
    """The whole response, unsigned: success, with one assertion."""
    root = _response(answer)
    status = _add(root, f"{SAMLP}Status")
    _add(status, f"{SAMLP}StatusCode", Value=f"{STATUS}Success")
    root.append(assertion_of(answer))
    return root


def failure_of(answer: Answer, message: str | None, *, outer: str = "Responder", inner: str = "AuthnFailed") -> Node:
    """The response of a sign-in that came to nothing, unsigned; `message` as in "ErrorCode nr25"."""
    root = _response(answer)
    status = _add(root, f"{SAMLP}Status")
    code = _add(status, f"{SAMLP}StatusCode", Value=STATUS + outer)
    _add(code, f"{SAMLP}StatusCode", Value=STATUS + inner)
    if message is not None:
        _add(status, f"{SAMLP}StatusMessage", message)
    return root


def assertion_of(answer: Answer) -> Node:
    """The assertion alone, unsigned."""
    root = etree.Element(f"{SAML}Assertion", nsmap=PREFIXES)
    _set(root, ID=answer.assertion_id, Version="2.0", IssueInstant=answer.issued)
    _add(root, f"{SAML}Issuer", answer.issuer, Format=answer.assertion_issuer_format)
    subject = _add(root, f"{SAML}Subject")
    _add(subject, f"{SAML}NameID", answer.name_id, Format=TRANSIENT, NameQualifier=answer.name_qualifier)
    confirmation = _add(subject, f"{SAML}SubjectConfirmation", Method="urn:oasis:names:tc:SAML:2.0:cm:bearer")
    _add(
        confirmation,
        f"{SAML}SubjectConfirmationData",
        InResponseTo=answer.request_id,
        Recipient=answer.return_address,
        NotOnOrAfter=answer.until,
    )
    conditions = _add(root, f"{SAML}Conditions", NotBefore=answer.issued, NotOnOrAfter=answer.until)
    _add(_add(conditions, f"{SAML}AudienceRestriction"), f"{SAML}Audience", answer.audience)
    statement = _add(root, f"{SAML}AuthnStatement", AuthnInstant=answer.issued, SessionIndex=answer.session_index)
    _add(_add(statement, f"{SAML}AuthnContext"), f"{SAML}AuthnContextClassRef", answer.level)
    attributes = _add(root, f"{SAML}AttributeStatement")
    for name, value in answer.attributes.items():
        add_attribute(attributes, name, value)
    return root


def add_attribute(statement: Node, name: str, value: str) -> Node:
    """One more attribute at the end of the statement."""
    attribute = _add(statement, f"{SAML}Attribute", Name=name)
    _add(attribute, f"{SAML}AttributeValue", value).set(f"{XSI}type", "xs:string")
    return attribute


def _response(answer: Answer) -> Node:
    root = etree.Element(f"{SAMLP}Response", nsmap=PREFIXES)
    _set(root, ID=answer.response_id, Version="2.0", IssueInstant=answer.issued)
    _set(root, InResponseTo=answer.request_id, Destination=answer.return_address)
    _add(root, f"{SAML}Issuer", answer.issuer, Format=answer.issuer_format)
    return root


def _add(parent: Node, tag: str, text: str | None = None, **attributes: str | None) -> Node:
    made = etree.SubElement(parent, tag)
    made.text = text
    _set(made, **attributes)
    return made


def _set(element: Node, **attributes: str | None) -> None:
    for name, value in attributes.items():
        if value is not None:
            element.set(name, value)
