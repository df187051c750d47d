"""What comes back from a sign-in by SAML: a person, or why there is none.

The message has passed through the browser, so anybody may have written any of it. Data about the person are read
only from the copy that the check of the signature returns.
"""

from datetime import datetime

from domain.access.gateways.identities import Identity, ProviderSession, SignInRefused
from domain.access.gateways.saml import attributes
from domain.access.gateways.saml.assertion import Vouched, check_assertion, check_issuer
from domain.access.gateways.saml.parties import SamlAnswer, SamlAsked, SamlFacts, ServiceParty
from domain.access.gateways.saml.reading import (
    SAML,
    SAMLP,
    attribute,
    check_children,
    check_equal,
    check_issued,
    check_types,
    only,
)
from domain.access.gateways.saml.signatures import SIGNATURE, has_signature, is_plain_identifier, verify_enveloped
from domain.access.gateways.saml.status import failure, is_success
from domain.access.gateways.saml.xml_safety import Node, parse_xml, refused
from domain.access.terms import Way

RESPONSE = f"{SAMLP}Response"
ASSERTION = f"{SAML}Assertion"
_CHILDREN = {f"{SAML}Issuer", f"{{{SIGNATURE}}}Signature", f"{SAMLP}Status", ASSERTION}
_LONGEST_FACT = 512


def check_response(octets: bytes, asked: SamlAsked, party: ServiceParty, now: datetime) -> SamlAnswer:
    """Return the person of a response (XML) that is authentic and answers exactly what was `asked`.

    Raises `SignInRefused`: UNTRUSTED when any check fails, otherwise as the provider's error code says. A failure
    needs no signature, because it gives nobody anything. Whether the assertion came before is for the caller to know.
    """
    valid_until = asked.provider.valid_until
    if valid_until is not None and now >= valid_until:
        raise refused("the provider's metadata are out of date")
    root = parse_xml(octets)
    _check_frame(root, asked, now)
    if has_signature(root):
        verify_enveloped(root, asked.provider.certificates, of=root)
    status = only(root, f"{SAMLP}Status")
    if not is_success(status):
        _check_inventory(root, assertions=0)
        raise failure(status)
    _check_inventory(root, assertions=1)
    # The federations want the assertion itself signed: a signature around it all does not count.
    assertion = verify_enveloped(root, asked.provider.certificates, of=only(root, ASSERTION))
    vouched = check_assertion(assertion, asked, party.entity_id, now)
    return SamlAnswer(
        identity=_identity(vouched, asked, now),
        facts=_facts(root, assertion),
        expires_at=vouched.expires_at,
    )


def read_facts(octets: bytes) -> SamlFacts:
    """What the register of transactions keeps of any response, good or bad, as far as it can be read safely.

    Nothing of it has been checked: never act on it. Raises nothing; what cannot be read is empty.
    """
    try:
        root = parse_xml(octets)
    except SignInRefused:
        return SamlFacts()
    return _facts(root, root.find(ASSERTION))


def _check_frame(root: Node, asked: SamlAsked, now: datetime) -> None:
    check_equal(root.tag, RESPONSE, "kind of message")
    check_children(root, _CHILDREN)
    check_types(root)
    check_equal(attribute(root, "Version"), "2.0", "version")
    if not is_plain_identifier(attribute(root, "ID")):
        raise refused("a response without a proper ID")
    check_issued(root, asked_at=asked.issued_at, now=now)
    check_equal(attribute(root, "InResponseTo"), asked.request_id, "request answered")
    check_equal(attribute(root, "Destination"), asked.return_address, "destination")
    check_issuer(only(root, f"{SAML}Issuer"), asked, may_lack_format=True)


def _check_inventory(root: Node, *, assertions: int) -> None:
    """Refuse assertions, responses and signatures anywhere but in their one place, and anything encrypted."""
    signatures = 0
    found = 0
    for element in root.iter("{*}*"):
        _, _, name = element.tag.rpartition("}")
        if name == "Assertion":
            found += 1
            if element.tag != ASSERTION or element.getparent() is not root:
                raise refused("an assertion in another place")
        elif name == "Signature":
            signatures += 1
            if element.getparent() is not root and element.getparent().tag != ASSERTION:
                raise refused("a signature in another place")
        elif name.startswith("Encrypted") or (name == "Response" and element is not root):
            raise refused("something encrypted, or a response in another place")
    if found != assertions or signatures > 1 + assertions:
        raise refused("a wrong number of assertions or signatures")


def _identity(vouched: Vouched, asked: SamlAsked, now: datetime) -> Identity:
    values = attributes.read_attributes(vouched.statement)
    is_foreign = asked.provider.way is Way.EIDAS
    code = None if is_foreign else attributes.codice_fiscale(values)
    return Identity(
        way=asked.provider.way,
        issuer=asked.provider.entity_id,
        subject=code or attributes.foreign_identifier(values),
        level=vouched.level,
        codice_fiscale=code,
        given_name=attributes.name_of(values, "name"),
        family_name=attributes.name_of(values, "familyName"),
        born_on=attributes.born_on(values, now),
        sex=attributes.sex(values),
        birthplace_code=attributes.birthplace_code(values),
        email=attributes.email(values),
        session=ProviderSession(
            name_id=vouched.name_id,
            name_qualifier=vouched.name_qualifier,
            session_index=vouched.session_index,
        ),
    )


def _facts(root: Node, assertion: Node | None) -> SamlFacts:
    name_id = None if assertion is None else assertion.find(f"{SAML}Subject/{SAML}NameID")
    return SamlFacts(
        response_id=_cut(root.get("ID")),
        response_instant=_cut(root.get("IssueInstant")),
        issuer=_cut(root.findtext(f"{SAML}Issuer")),
        assertion_id="" if assertion is None else _cut(assertion.get("ID")),
        subject="" if name_id is None else _cut(name_id.text),
        name_qualifier="" if name_id is None else _cut(name_id.get("NameQualifier")),
        in_response_to=_cut(root.get("InResponseTo")),
    )


def _cut(text: str | None) -> str:
    return (text or "").strip()[:_LONGEST_FACT]
