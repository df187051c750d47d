"""The shapes of wrapping: a signed assertion of one person carried along, while the answer speaks of another one.

Each shape alters a signed response, or returns another root that holds it.
"""

import copy
from collections.abc import Callable

from domain.access.gateways.saml.xml_safety import Node, etree
from tests.support.saml.messages import DS, PERSON, SAML, SAMLP, Answer, assertion_of

SIGNATURE = f"{DS}Signature"
ASSERTION = f"{SAML}Assertion"
VICTIM = {**PERSON, "fiscalNumber": "TINIT-BNCLRA85A41H501W", "name": "Laura", "familyName": "Bianchi"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

Shape = Callable[[Node, Node], Node | None]
"""What to do with a response and a forged assertion about the victim."""


def forged_from(answer: Answer) -> Node:
    """An assertion about the victim that nobody signed."""
    return assertion_of(answer.but(attributes=VICTIM, assertion_id="_forged"))


def _beside(root: Node, forged: Node, place: int) -> None:
    root.insert(place, forged)


def _response_around(root: Node, forged: Node, *, path: str | None, identifier: str = "_outer") -> Node:
    """A forged response that holds the signed one, directly or in an element called `path`."""
    outer = copy.deepcopy(root)
    outer.replace(outer.find(ASSERTION), forged)
    outer.set("ID", identifier)
    for signature in outer.findall(SIGNATURE):
        outer.remove(signature)
    place = outer if path is None else etree.SubElement(outer, path)
    place.append(root)
    return outer


def _carry(root: Node, forged: Node, place: Callable[[Node, Node], Node], *, signature: bool) -> None:
    """The forged assertion instead of the signed one, which goes to a place within the answer."""
    carried = root.find(ASSERTION)
    root.replace(carried, forged)
    if signature:
        forged.insert(1, carried.find(SIGNATURE))
    place(root, forged).append(carried)


def _inside(*path: str) -> Callable[[Node, Node], Node]:
    """A place in the forged assertion, made when there is none."""

    def find(_root: Node, forged: Node) -> Node:
        place = forged
        for tag in path:
            found = place.find(tag)
            place = etree.SubElement(place, tag) if found is None else found
        return place

    return find


def _under(tag: str) -> Callable[[Node, Node], Node]:
    """A place in the response itself."""
    return lambda root, _forged: etree.SubElement(root, tag)


def _in_status(root: Node, _forged: Node) -> Node:
    return etree.SubElement(root.find(f"{SAMLP}Status"), f"{SAMLP}StatusDetail")


def _same_id(root: Node, forged: Node) -> None:
    forged.set("ID", "_assertion")
    root.insert(0, forged)


def _borrowed_signature(root: Node, forged: Node, *, same_id: bool) -> None:
    forged.insert(1, copy.deepcopy(root.find(f"{ASSERTION}/{SIGNATURE}")))
    if same_id:
        forged.set("ID", "_assertion")
    root.replace(root.find(ASSERTION), forged)


def _other_identifier(root: Node, forged: Node, *, element: str, attribute: str) -> None:
    _borrowed_signature(root, forged, same_id=False)
    (forged if element == "." else forged.find(element)).set(attribute, "_assertion")


def _move_signature(root: Node, _forged: Node, *, path: str) -> None:
    for around in root.findall(SIGNATURE):
        root.remove(around)
    place = root.find(path)
    place.insert(1, root.find(f"{ASSERTION}/{SIGNATURE}"))


def _again(root: Node, path: str) -> None:
    original = root.find(path)
    original.getparent().insert(1, copy.deepcopy(original))


def _enclose(root: Node, tag: str) -> None:
    etree.SubElement(root, tag).append(root.find(ASSERTION))


def _take_signature(root: Node, _forged: Node) -> None:
    inner = root.find(ASSERTION)
    inner.remove(inner.find(SIGNATURE))


SHAPES: dict[str, Shape] = {
    "signed response in the forged one": lambda r, f: _response_around(r, f, path=None),
    "signed response in the forged one under its ID": lambda r, f: _response_around(
        r, f, path=None, identifier="_response"
    ),
    "signed response in the signature": lambda r, f: _response_around(r, f, path=SIGNATURE),
    "signed response in extensions": lambda r, f: _response_around(r, f, path=f"{SAMLP}Extensions"),
    "forged before the signed": lambda r, f: _beside(r, f, 1),
    "forged after the signed": lambda r, f: _beside(r, f, len(r)),
    "forged first of all": lambda r, f: _beside(r, f, 0),
    "forged with the ID of the signed": _same_id,
    "forged with the signature of the signed": lambda r, f: _borrowed_signature(r, f, same_id=True),
    "forged with a signature of another ID": lambda r, f: _borrowed_signature(r, f, same_id=False),
    "forged around the signed": lambda r, f: _carry(r, f, _inside(), signature=False),
    "forged around the signed with its signature": lambda r, f: _carry(r, f, _inside(), signature=True),
    "signed in the signature of the forged": lambda r, f: _carry(r, f, _inside(SIGNATURE), signature=True),
    "signed in an object of the signature": lambda r, f: _carry(
        r, f, _inside(SIGNATURE, f"{DS}Object"), signature=True
    ),
    "signed in the key of the signature": lambda r, f: _carry(r, f, _inside(SIGNATURE, f"{DS}KeyInfo"), signature=True),
    "signed in the advice of the forged": lambda r, f: _carry(r, f, _inside(f"{SAML}Advice"), signature=False),
    "signed in the advice with its signature outside": lambda r, f: _carry(
        r, f, _inside(f"{SAML}Advice"), signature=True
    ),
    "signed in the subject of the forged": lambda r, f: _carry(r, f, _inside(f"{SAML}Subject"), signature=True),
    "signed in the confirmation of the forged": lambda r, f: _carry(
        r, f, _inside(f"{SAML}Subject", f"{SAML}SubjectConfirmation", f"{SAML}SubjectConfirmationData"), signature=False
    ),
    "signed in an attribute of the forged": lambda r, f: _carry(
        r, f, _inside(f"{SAML}AttributeStatement", f"{SAML}Attribute", f"{SAML}AttributeValue"), signature=False
    ),
    "signed in extensions": lambda r, f: _carry(r, f, _under(f"{SAMLP}Extensions"), signature=False),
    "signed in extensions without its signature": lambda r, f: _carry(
        r, f, _under(f"{SAMLP}Extensions"), signature=True
    ),
    "signed in the detail of the status": lambda r, f: _carry(r, f, _in_status, signature=False),
    "signed in an unknown element": lambda r, f: _carry(r, f, _under("{urn:example}any"), signature=False),
    "signed in an unknown element without its signature": lambda r, f: _carry(
        r, f, _under("{urn:example}any"), signature=True
    ),
    "signed called encrypted": lambda r, f: _carry(r, f, _under(f"{SAML}EncryptedAssertion"), signature=False),
    "forged called encrypted": lambda r, f: etree.SubElement(r, f"{SAML}EncryptedAssertion").append(f),
    "forged in an object of the signature": lambda r, f: etree.SubElement(
        r.find(f"{ASSERTION}/{SIGNATURE}"), f"{DS}Object"
    ).append(f),
    "forged in the advice of the signed": lambda r, f: etree.SubElement(r.find(ASSERTION), f"{SAML}Advice").append(f),
    "only something encrypted": lambda r, _f: _enclose(r, f"{SAML}EncryptedAssertion"),
    "the same assertion twice": lambda r, _f: _again(r, ASSERTION),
    "its signature twice": lambda r, _f: _again(r, f"{ASSERTION}/{SIGNATURE}"),
    "its signature taken out": _take_signature,
    "its signature moved to the response": lambda r, f: _move_signature(r, f, path="."),
    "its signature moved into the subject": lambda r, f: _move_signature(r, f, path=f"{ASSERTION}/{SAML}Subject"),
    "its ID as Id of another element": lambda r, f: _other_identifier(r, f, element=f"{SAML}Subject", attribute="Id"),
    "its ID as id of the forged": lambda r, f: _other_identifier(r, f, element=".", attribute="id"),
    "its ID as xml:id of the forged": lambda r, f: _other_identifier(r, f, element=".", attribute=XML_ID),
    "an assertion of version one": lambda r, _f: r.append(
        etree.Element("{urn:oasis:names:tc:SAML:1.0:assertion}Assertion", AssertionID="_assertion")
    ),
    "an assertion without namespace": lambda r, _f: r.append(etree.Element("Assertion", ID="_plain")),
}
