"""Answers signed by anybody but the provider that was asked, whatever they show of their keys."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.xml_safety import Node, etree
from tests.domain.access.gateways.saml.answering import (
    ASKED,
    PROVIDER,
    RIGHT,
    asked_of,
    assert_refused,
    check,
    made,
    oddly,
)
from tests.support.saml.keys import pair
from tests.support.saml.messages import DS, SAML, response_of
from tests.support.saml.odd_signatures import XMLDSIG, rsa_with, seal
from tests.support.saml.provider import AnsweringProvider, octets

PUBLIC = PROVIDER.pair.key.public_key()
RIGHTLY = rsa_with(PROVIDER.pair.key)
IMPOSTOR = pair("impostor")


def _shown(certificate: bytes) -> Callable[[Node], object]:
    """Put a certificate into the signature, as impostors do who hope that we believe it."""

    def change(signature: Node) -> None:
        data = etree.SubElement(etree.SubElement(signature, f"{DS}KeyInfo"), f"{DS}X509Data")
        etree.SubElement(data, f"{DS}X509Certificate").text = base64.b64encode(certificate).decode()

    return change


def _key_info(xml: str) -> Callable[[Node], object]:
    return lambda signature: signature.append(etree.fromstring(f'<ds:KeyInfo xmlns:ds="{XMLDSIG}">{xml}</ds:KeyInfo>'))


def _certificate_element(certificate: bytes) -> Node:
    made_element = etree.Element(f"{DS}X509Certificate")
    made_element.text = base64.b64encode(certificate).decode()
    return made_element


def _key_value(key: Any) -> str:
    modulus = base64.b64encode(key.public_numbers().n.to_bytes(256)).decode()
    return (
        f"<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>{modulus}</ds:Modulus><ds:Exponent>AQAB</ds:Exponent>"
        "</ds:RSAKeyValue></ds:KeyValue>"
    )


FOREIGN_KEYS: dict[str, Callable[[Node], object] | None] = {
    "and says nothing about it": None,
    "and shows its own certificate": _shown(IMPOSTOR.certificate),
    "and shows the provider's certificate": _shown(PROVIDER.pair.certificate),
    "and shows both certificates": lambda signature: (
        _shown(PROVIDER.pair.certificate)(signature),
        signature.find(f"{DS}KeyInfo/{DS}X509Data").append(_certificate_element(IMPOSTOR.certificate)),
    ),
    "and shows its bare key": _key_info(_key_value(IMPOSTOR.key.public_key())),
    "and shows the provider's bare key": _key_info(_key_value(PUBLIC)),
    "and shows a broken certificate": _key_info(
        "<ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data>"
    ),
}


@pytest.mark.parametrize("case", FOREIGN_KEYS)
def test_another_key_signs(case: str) -> None:
    assert_refused(oddly(rsa_with(IMPOSTOR.key), change=FOREIGN_KEYS[case]))


def test_another_registered_provider_signs_in_the_name_of_this_one() -> None:
    other = AnsweringProvider("https://other.example.it")
    assert_refused(made(RIGHT, other), ASKED)


def test_our_own_key_signs() -> None:
    assert_refused(made(RIGHT, AnsweringProvider(key=pair("our own"))))


def test_a_registered_key_that_is_too_small() -> None:
    small = AnsweringProvider(key=pair("small", bits=1024))
    assert_refused(made(RIGHT, small), asked_of(small))


def test_a_registered_key_beyond_the_fourth() -> None:
    others = [pair(f"other {number}").certificate for number in range(3)]
    known = AnsweringProvider(key=pair("first")).known(*others, PROVIDER.pair.certificate)
    assert_refused(oddly(RIGHTLY), asked_of(provider=known))


@pytest.mark.parametrize("certificates", [(), (b"",), (b"not a certificate",)], ids=["none", "empty", "broken"])
def test_no_certificate_of_the_provider_can_be_used(certificates: tuple[bytes, ...]) -> None:
    known = AnsweringProvider(key=pair("first")).known()
    asked = asked_of(provider=replace(known, certificates=certificates))
    assert_refused(made(RIGHT), asked)


def test_a_wrong_signature_around_a_rightly_signed_assertion() -> None:
    root = response_of(RIGHT)
    inner = root.find(f"{SAML}Assertion")
    root.replace(inner, sign_enveloped(inner, PROVIDER.pair))
    assert_refused(octets(sign_enveloped(root, IMPOSTOR)))


@pytest.mark.parametrize("path", [f".//{SAML}NameID", f".//{SAML}Audience", f".//{SAML}AttributeValue"])
def test_content_changed_after_it_was_signed(path: str) -> None:
    def change(root: Node) -> None:
        root.find(path).text += "x"

    assert_refused(made(RIGHT, response=False, after=change))


def test_a_value_computed_anew_by_somebody_else() -> None:
    def change(root: Node) -> None:
        seal(root.find(f"{SAML}Assertion/{DS}Signature"), rsa_with(IMPOSTOR.key))

    assert_refused(made(RIGHT, response=False, after=change))


def test_what_a_message_says_about_its_key_neither_helps_nor_harms() -> None:
    assert check(oddly(RIGHTLY, change=_shown(IMPOSTOR.certificate))).identity.given_name == "Maria"
