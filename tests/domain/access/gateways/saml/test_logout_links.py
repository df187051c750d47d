"""Messages in links: believed only as the very characters that were signed."""

import base64
import zlib
from collections.abc import Callable
from urllib.parse import quote_plus

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15

from domain.access.gateways.saml.logout import read_logout_request
from domain.access.gateways.saml.parties import Binding
from tests.domain.access.gateways.saml.logout_texts import (
    RSA_SHA256,
    linked,
    packed,
    refused,
    request_text,
)
from tests.domain.access.gateways.saml.two_sides import (
    NOW,
    pair,
    provider,
    us,
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda query: query + "&RelayState=mine", "twice"),
        (lambda query: query + "&SAMLRequest=x", "twice"),
        (lambda query: query + "&Signature=x", "twice"),
        (lambda query: query.replace("RelayState=rs", "RelayState=mine"), "no known key"),
        (lambda query: query.replace("&RelayState=rs", ""), "no known key"),
        (lambda query: query.partition("&Signature=")[0], "without message or signature"),
        (lambda query: query.replace("rsa-sha256", "rsa-sha512"), "no known key"),
        (lambda query: query.replace("rsa-sha256", "hmac-sha256"), "another algorithm"),
        (lambda query: query.replace("%2F", "%2f"), "no known key"),
        (lambda query: query + "&SAMLEncoding=urn%3Aother", "encoding"),
        (lambda query: query.replace("RelayState=rs", "RelayState=r s"), "other characters"),
        (lambda query: query + "&x=" + "A" * 70_000, "not a query"),
        (lambda _query: "", "without message or signature"),
    ],
)
def test_a_link_that_is_not_exactly_what_was_signed_is_refused(change: Callable[[str], str], reason: str) -> None:
    assert reason in refused(change(packed(request_text(), Binding.REDIRECT)), Binding.REDIRECT)


def test_a_query_signed_in_a_spelling_of_its_own_is_believed() -> None:
    """Some providers write %2f where we write %2F: the signature is over what they sent."""
    message = base64.b64encode(zlib.compress(request_text().encode(), wbits=-zlib.MAX_WBITS)).decode()
    algorithm = quote_plus(RSA_SHA256).replace("%2F", "%2f")
    query = f"SAMLRequest={quote_plus(message)}&RelayState=&SigAlg={algorithm}"
    signature = base64.b64encode(pair("provider").key.sign(query.encode(), PKCS1v15(), hashes.SHA256())).decode()
    raw = f"Signature={quote_plus(signature)}&{query}"
    assert read_logout_request(Binding.REDIRECT, raw, provider(), us(), NOW).relay_state == ""


def test_a_bomb_in_a_link_is_refused() -> None:
    assert "wrong size" in refused(linked(b" " * 5_000_000), Binding.REDIRECT)


def test_a_document_type_in_a_link_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "y">]>' + request_text().encode()
    assert "forbidden" in refused(linked(bomb), Binding.REDIRECT)


def test_sha1_is_refused_however_it_is_called() -> None:
    query = linked(request_text().encode(), algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1")
    assert "another algorithm" in refused(query, Binding.REDIRECT)
