"""What we ask of a provider, as SPID and CIE prescribe it."""

import base64
import zlib
from datetime import UTC
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from domain.access.gateways.identities import Level, ProviderSession, RefusalKind, SignInRefused
from domain.access.gateways.saml.parties import Binding, Comparison, SamlRequest
from domain.access.gateways.saml.requests import logout_request, sign_in_request
from domain.access.gateways.saml.xml_safety import etree
from domain.access.terms import Way
from tests.domain.access.gateways.saml.two_sides import (
    NOW,
    PORTAL,
    SIGN_IN_BY_LINK,
    SIGN_IN_BY_POST,
    pair,
    provider,
    second_opinion,
    us,
)

NAMES = {"samlp": "urn:oasis:names:tc:SAML:2.0:protocol", "saml": "urn:oasis:names:tc:SAML:2.0:assertion"}
TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
SESSION = ProviderSession(name_id="_7f", name_qualifier="https://idp.example.it/entity", session_index="_s1")
BOTH_BINDINGS = pytest.mark.parametrize("binding", list(Binding))


def ask(way: Way = Way.SPID, **other: Any) -> SamlRequest:
    """A usual request for sign-in, unless the test wants something else."""
    asked: dict[str, Any] = {
        "level": Level.TWO,
        "comparison": Comparison.MINIMUM,
        "attribute_set": 0,
        "return_index": 0,
        "binding": Binding.POST,
        "relay_state": "opaque-state",
        "now": NOW,
    }
    return sign_in_request(us(Way.CIE if way is Way.CIE else Way.SPID), provider(way), **(asked | other))


def read(request: SamlRequest) -> Any:
    """The message itself."""
    return etree.fromstring(request.xml)


def unpacked(request: SamlRequest) -> bytes:
    """The message as the provider finds it in the browser's form or link."""
    if request.departure.fields:
        return base64.b64decode(request.departure.fields["SAMLRequest"], validate=True)
    (packed,) = parse_qs(urlsplit(request.departure.address).query)["SAMLRequest"]
    return zlib.decompress(base64.b64decode(packed, validate=True), wbits=-zlib.MAX_WBITS)


@BOTH_BINDINGS
def test_a_request_says_who_asks_what_and_where_the_answer_goes(binding: Binding) -> None:
    request = ask(binding=binding)
    root = read(request)
    assert root.get("ID") == request.request_id and request.request_id.startswith("_") and len(request.request_id) >= 33
    assert root.get("Version") == "2.0"
    assert root.get("IssueInstant") == "2026-11-22T10:00:00Z"
    assert request.issued_at == NOW.replace(microsecond=0) and request.issued_at.tzinfo is UTC
    assert root.get("ForceAuthn") == "true"
    assert root.get("AssertionConsumerServiceIndex") == "0"
    assert root.get("AttributeConsumingServiceIndex") == "0"
    assert not {"IsPassive", "AssertionConsumerServiceURL", "ProtocolBinding"} & set(root.attrib)
    issuer = root.find("saml:Issuer", NAMES)
    assert issuer.text == issuer.get("NameQualifier") == PORTAL
    assert issuer.get("Format") == "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
    assert dict(root.find("samlp:NameIDPolicy", NAMES).attrib) == {"Format": TRANSIENT}
    wanted = root.find("samlp:RequestedAuthnContext", NAMES)
    assert wanted.get("Comparison") == "minimum"
    assert [one.text for one in wanted] == ["https://www.spid.gov.it/SpidL2"]
    assert root.find("samlp:Scoping", NAMES) is None


@BOTH_BINDINGS
def test_what_travels_is_what_we_keep_for_the_register(binding: Binding) -> None:
    request = ask(binding=binding)
    assert unpacked(request) == request.xml


def test_a_form_goes_to_the_providers_address_for_forms(tmp_path: Path) -> None:
    request = ask(binding=Binding.POST)
    assert request.departure.address == read(request).get("Destination") == SIGN_IN_BY_POST
    assert request.departure.fields["RelayState"] == "opaque-state"
    kind = "urn:oasis:names:tc:SAML:2.0:protocol:AuthnRequest"
    assert second_opinion(request.xml, pair("us").certificate, kind, tmp_path)
    assert not second_opinion(request.xml, pair("provider").certificate, kind, tmp_path)


def test_the_signature_of_a_form_stands_after_the_issuer_with_our_certificate() -> None:
    root = read(ask(binding=Binding.POST))
    assert [etree.QName(child).localname for child in root][:2] == ["Issuer", "Signature"]
    shown = root.findtext(".//{http://www.w3.org/2000/09/xmldsig#}X509Certificate")
    assert base64.b64decode(shown) == pair("us").certificate


def test_a_link_is_signed_over_the_query_as_it_is_sent() -> None:
    request = ask(binding=Binding.REDIRECT)
    assert request.departure.address.startswith(SIGN_IN_BY_LINK + "&SAMLRequest=")
    assert read(request).get("Destination") == SIGN_IN_BY_LINK
    assert b"Signature" not in request.xml
    query = request.departure.address.removeprefix(SIGN_IN_BY_LINK + "&")
    signed, _, _ = query.partition("&Signature=")
    assert [part.partition("=")[0] for part in signed.split("&")] == ["SAMLRequest", "RelayState", "SigAlg"]
    fields = parse_qs(query, strict_parsing=True)
    assert fields["SigAlg"] == ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"]
    signature = base64.b64decode(fields["Signature"][0], validate=True)
    key = x509.load_der_x509_certificate(pair("us").certificate).public_key()
    assert isinstance(key, RSAPublicKey)
    key.verify(signature, signed.encode(), PKCS1v15(), hashes.SHA256())


@pytest.mark.parametrize(
    ("level", "is_fresh", "forced"),
    [(Level.ONE, False, False), (Level.ONE, True, True), (Level.TWO, False, True), (Level.THREE, False, True)],
)
def test_the_higher_levels_always_ask_for_a_fresh_sign_in(level: Level, is_fresh: bool, forced: bool) -> None:
    request = ask(level=level, is_fresh=is_fresh)
    assert (read(request).get("ForceAuthn") == "true") is forced is request.is_fresh


@pytest.mark.parametrize("comparison", list(Comparison))
def test_every_comparison_can_be_asked_of_spid(comparison: Comparison) -> None:
    request = ask(comparison=comparison)
    assert read(request).find("samlp:RequestedAuthnContext", NAMES).get("Comparison") == comparison.value
    assert request.comparison is comparison


def test_cie_is_always_asked_afresh_and_knows_two_comparisons() -> None:
    request = ask(Way.CIE, level=Level.ONE, comparison=Comparison.BETTER)
    assert read(request).get("ForceAuthn") == "true" and request.is_fresh
    assert read(request).find("samlp:RequestedAuthnContext", NAMES).get("Comparison") == "minimum"
    assert request.comparison is Comparison.MINIMUM
    assert ask(Way.CIE, comparison=Comparison.EXACT).comparison is Comparison.EXACT


def test_operators_answers_come_back_to_their_own_site() -> None:
    assert read(ask(return_index=1)).get("AssertionConsumerServiceIndex") == "1"


def test_only_the_eidas_node_is_asked_for_the_eidas_sets() -> None:
    assert read(ask(Way.EIDAS, attribute_set=99)).get("AttributeConsumingServiceIndex") == "99"
    with pytest.raises(ValueError, match="eIDAS"):
        ask(Way.SPID, attribute_set=100)
    with pytest.raises(ValueError, match="eIDAS"):
        ask(Way.EIDAS, attribute_set=0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"attribute_set": 7},
        {"return_index": 2},
        {"return_index": -1},
        {"relay_state": ""},
        {"relay_state": "https://sportello.comune.example.it/domande"},
        {"relay_state": "x" * 81},
    ],
)
def test_a_request_that_the_rules_forbid_is_not_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        ask(**wrong)


def test_two_requests_never_have_the_same_name() -> None:
    assert len({ask(binding=Binding.REDIRECT).request_id for _ in range(50)}) == 50


def test_a_provider_without_the_binding_is_not_asked() -> None:
    theirs = provider()
    only_links = theirs.__class__(**{**theirs.__dict__, "sign_in": {Binding.REDIRECT: SIGN_IN_BY_LINK}, "logout": {}})
    with pytest.raises(SignInRefused) as refusal:
        sign_in_request(
            us(),
            only_links,
            level=Level.TWO,
            comparison=Comparison.MINIMUM,
            attribute_set=0,
            return_index=0,
            binding=Binding.POST,
            relay_state="s",
            now=NOW,
        )
    assert refusal.value.kind is RefusalKind.UNAVAILABLE
    with pytest.raises(SignInRefused):
        logout_request(us(), only_links, SESSION, binding=Binding.POST, relay_state="s", now=NOW)
