"""Wrapping, in every shape we know, on answers signed as a whole and on those where only the assertion is signed."""

import pytest

from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.xml_safety import Node
from tests.domain.access.gateways.saml.answering import IMPOSTOR, PROVIDER, RIGHT, assert_refused, check, made
from tests.support.saml.messages import response_of
from tests.support.saml.provider import AnsweringProvider, octets, signed
from tests.support.saml.wrappings import SHAPES, SIGNATURE, forged_from


def _wrapped(shape: str, *, whole: bool) -> Node:
    root = signed(response_of(RIGHT), PROVIDER.pair, response=whole)
    changed = SHAPES[shape](root, forged_from(RIGHT))
    return root if changed is None else changed


@pytest.mark.parametrize("whole", [True, False], ids=["whole signed", "assertion signed"])
@pytest.mark.parametrize("shape", SHAPES)
def test_wrapped(shape: str, whole: bool) -> None:
    assert_refused(octets(_wrapped(shape, whole=whole)))


@pytest.mark.parametrize("shape", SHAPES)
def test_wrapped_under_a_right_signature_around_it_all(shape: str) -> None:
    """As if somebody had made the provider sign what was wrapped: the inside is judged all the same."""
    root = _wrapped(shape, whole=False)
    root.set("ID", "_around")
    for stale in root.findall(SIGNATURE):
        root.remove(stale)
    assert_refused(octets(sign_enveloped(root, PROVIDER.pair)))


@pytest.mark.parametrize("by", [PROVIDER, IMPOSTOR], ids=["the provider", "an impostor"])
def test_only_the_response_is_signed(by: AnsweringProvider) -> None:
    root = response_of(RIGHT)
    assert_refused(octets(sign_enveloped(root, by.pair)))


def test_nothing_is_signed() -> None:
    assert_refused(made(RIGHT, assertion=False, response=False))


def test_without_wrapping_it_is_taken() -> None:
    assert check(made(RIGHT)).identity.family_name == "Rossi"
