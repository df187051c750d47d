"""Signatures with other algorithms or of other shapes: no answer with one is believed.

Most are arithmetically right and made with the provider's own key: what refuses them is their form.
"""

from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from domain.access.gateways.saml.xml_safety import Node, etree
from tests.domain.access.gateways.saml.answering import (
    PROVIDER,
    RIGHT,
    asked_of,
    assert_refused,
    check,
    made,
    oddly,
)
from tests.support.saml.keys import curve_pair
from tests.support.saml.messages import DS, SAML
from tests.support.saml.odd_signatures import (
    ENVELOPED,
    EXCLUSIVE,
    MORE,
    XMLDSIG,
    Odd,
    curve_with,
    hmac_with,
    pss_with,
    rsa_with,
)

KEY = PROVIDER.pair.key
PUBLIC = KEY.public_key()
RIGHTLY = rsa_with(KEY)
XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116"
XPATH_FILTER = "http://www.w3.org/2002/06/xmldsig-filter2"
XSLT = "http://www.w3.org/TR/1999/REC-xslt-19991116"
INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
ARITHMETIC = "no known key made the signature"
CURVE = curve_pair("provider with a curve")


def _key_info(xml: str) -> Callable[[Node], object]:
    return lambda signature: signature.append(etree.fromstring(f'<ds:KeyInfo xmlns:ds="{XMLDSIG}">{xml}</ds:KeyInfo>'))


def _into(path: str, xml: str) -> Callable[[Node], object]:
    return lambda signature: signature.find(path.format(ds=DS)).append(etree.fromstring(xml))


def test_the_hand_made_signature_is_right_when_nothing_is_odd() -> None:
    assert check(oddly(RIGHTLY)).identity.given_name == "Maria"


ALGORITHMS = {
    "RSA with SHA-1": (rsa_with(KEY, hashes.SHA1()), Odd(method=f"{XMLDSIG}rsa-sha1")),
    "RSA with MD5": (rsa_with(KEY, hashes.MD5()), Odd(method=f"{MORE}rsa-md5")),
    "RSA with the other padding": (pss_with(KEY), Odd(method="http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1")),
    "a digest with SHA-1": (RIGHTLY, Odd(digest=f"{XMLDSIG}sha1", hash="sha1")),
    "a digest with MD5": (RIGHTLY, Odd(digest=f"{MORE}md5", hash="md5")),
    "an unknown method": (RIGHTLY, Odd(method="urn:example:none")),
    "no method": (RIGHTLY, Odd(method="")),
    "HMAC with the certificate": (hmac_with(PROVIDER.pair.certificate), Odd(method=f"{MORE}hmac-sha256")),
    "HMAC with the public key": (
        hmac_with(PUBLIC.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)),
        Odd(method=f"{MORE}hmac-sha256"),
    ),
    "HMAC with an empty secret": (hmac_with(b""), Odd(method=f"{MORE}hmac-sha256")),
    "HMAC called RSA": (hmac_with(PROVIDER.pair.certificate), Odd()),
    "ECDSA": (curve_with(CURVE.key), Odd(method=f"{MORE}ecdsa-sha256")),
    "DSA": (RIGHTLY, Odd(method="http://www.w3.org/2009/xmldsig11#dsa-sha256")),
    "canonical form with comments": (RIGHTLY, Odd(canonical=f"{EXCLUSIVE}WithComments")),
    "content in canonical form with comments": (RIGHTLY, Odd(transforms=(ENVELOPED, f"{EXCLUSIVE}WithComments"))),
    "content in inclusive canonical form": (RIGHTLY, Odd(transforms=(ENVELOPED, INCLUSIVE))),
    "an unknown canonical form": (RIGHTLY, Odd(canonical="urn:example:c14n")),
    "XPath among the transforms": (RIGHTLY, Odd(transforms=(ENVELOPED, XPATH, EXCLUSIVE))),
    "the XPath filter instead of a transform": (RIGHTLY, Odd(transforms=(ENVELOPED, XPATH_FILTER))),
    "XSLT among the transforms": (RIGHTLY, Odd(transforms=(XSLT, EXCLUSIVE))),
    "base64 among the transforms": (RIGHTLY, Odd(transforms=(ENVELOPED, f"{XMLDSIG}base64"))),
    "canonical form before the signature is taken out": (RIGHTLY, Odd(transforms=(EXCLUSIVE, ENVELOPED))),
    "one transform twice": (RIGHTLY, Odd(transforms=(ENVELOPED, EXCLUSIVE, EXCLUSIVE))),
    "only one transform": (RIGHTLY, Odd(transforms=(ENVELOPED,))),
    "no transforms": (RIGHTLY, Odd(transforms=())),
    "two references": (RIGHTLY, Odd(references=2)),
    "no reference": (RIGHTLY, Odd(references=0)),
    "a reference to everything": (RIGHTLY, Odd(reference="")),
    "a reference to the response": (RIGHTLY, Odd(reference="#_response")),
    "a reference by XPointer": (RIGHTLY, Odd(reference="#xpointer(id('_assertion'))")),
    "a reference with two number signs": (RIGHTLY, Odd(reference="##_assertion")),
    "a reference to a file": (RIGHTLY, Odd(reference="file:///etc/passwd")),
    "a reference to another host": (RIGHTLY, Odd(reference="https://impostor.example.org/#_assertion")),
}


@pytest.mark.parametrize("case", ALGORITHMS)
def test_a_signature_with(case: str) -> None:
    # Both certificates are registered: the form alone decides.
    asked = asked_of(provider=PROVIDER.known(CURVE.certificate))
    told = assert_refused(oddly(*ALGORITHMS[case]), asked)
    assert (told.reason == ARITHMETIC) == (case == "HMAC called RSA")


SHAPES: dict[str, Callable[[Node], object]] = {
    "an object inside": lambda signature: etree.SubElement(signature, f"{DS}Object"),
    "a key to be fetched": _key_info('<ds:RetrievalMethod URI="https://impostor.example.org/key"/>'),
    "an agreed key": _key_info("<ds:MgmtData>x</ds:MgmtData>"),
    "two descriptions of its key": lambda signature: (_key_info("")(signature), _key_info("")(signature)),
    "a shorter length": _into(
        "{ds}SignedInfo/{ds}SignatureMethod", f'<HMACOutputLength xmlns="{XMLDSIG}">8</HMACOutputLength>'
    ),
    "a stylesheet in a transform": _into(
        "{ds}SignedInfo/{ds}Reference/{ds}Transforms/{ds}Transform",
        '<stylesheet xmlns="http://www.w3.org/1999/XSL/Transform" version="1.0"/>',
    ),
    "another element in SignedInfo": _into("{ds}SignedInfo", "<more/>"),
    "a type of its reference": lambda signature: signature.find(f".//{DS}Reference").set("Type", f"{XMLDSIG}Object"),
    "its parts in another order": lambda signature: signature.insert(0, signature.find(f"{DS}SignatureValue")),
    "a digest with an element inside": _into("{ds}SignedInfo/{ds}Reference/{ds}DigestValue", "<x/>"),
    "an empty digest": lambda signature: setattr(signature.find(f".//{DS}DigestValue"), "text", ""),
    "a digest of something else": lambda signature: setattr(signature.find(f".//{DS}DigestValue"), "text", "AAAA"),
    "an ID that exists already": lambda signature: signature.set("Id", "_assertion"),
}


@pytest.mark.parametrize("case", SHAPES)
def test_a_signature_of_the_provider_with(case: str) -> None:
    told = assert_refused(oddly(RIGHTLY, change=SHAPES[case]))
    assert (told.reason == ARITHMETIC) == (case == "a digest of something else")


@pytest.mark.parametrize("text", ["", "AAAA", "not base64!", "é", "=" * 344])
def test_a_signature_whose_value_is(text: str) -> None:
    def spoil(root: Node) -> None:
        root.find(f"{SAML}Assertion/{DS}Signature/{DS}SignatureValue").text = text

    assert_refused(made(RIGHT, response=False, after=spoil))
