"""What a provider says about itself, and what of it we take."""

from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from domain.access.gateways.saml.parties import Binding, LogoutPlace
from domain.access.gateways.saml.provider_metadata import LARGEST
from domain.access.terms import Way
from tests.domain.access.gateways.saml.provider_texts import endpoint, entity, key, read, refusal
from tests.domain.access.gateways.saml.two_sides import NOW, PROVIDER, configure, pair


def test_a_provider_is_read_as_it_describes_itself() -> None:
    (found,) = read(entity())
    assert (found.way, found.entity_id, found.name) == (Way.SPID, PROVIDER, "Identità di prova")
    assert found.sign_in == {Binding.POST: f"{PROVIDER}/post", Binding.REDIRECT: f"{PROVIDER}/link"}
    assert found.logout[Binding.POST] == LogoutPlace(f"{PROVIDER}/slo", f"{PROVIDER}/slo/r")
    assert found.logout[Binding.REDIRECT] == LogoutPlace(f"{PROVIDER}/slo", f"{PROVIDER}/slo")
    assert found.certificates == (pair("provider").certificate,)
    assert found.valid_until is None


def test_a_provider_may_have_several_keys_for_the_days_of_a_change() -> None:
    keys = key("provider") + key("tomorrow", "") + key("for secrets", 'use="encryption"') + key("provider")
    (found,) = read(entity(keys=keys))
    assert found.certificates == (pair("provider").certificate, pair("tomorrow").certificate)


def test_more_than_four_keys_are_too_many() -> None:
    assert "too many" in refusal(entity(keys="".join(key(f"key {number}") for number in range(5))))


@pytest.mark.parametrize("keys", ["", key("provider", 'use="encryption"')])
def test_a_provider_without_a_key_that_signs_is_refused(keys: str) -> None:
    assert "no certificate" in refusal(entity(keys=keys))


def test_keys_of_other_kinds_do_not_count() -> None:
    short = pair("short", 1024).certificate
    assert "no certificate" in refusal(entity(keys=key(short) + key(elliptic())))
    assert read(entity(keys=key(short) + key()))[0].certificates == (pair("provider").certificate,)


def elliptic() -> bytes:
    """A certificate of a kind of key that no federation here uses."""
    secret = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "elliptic")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(secret.public_key())
    builder = builder.serial_number(1).not_valid_before(NOW).not_valid_after(NOW + timedelta(days=1))
    return builder.sign(secret, hashes.SHA256()).public_bytes(Encoding.DER)


@pytest.mark.parametrize("junk", [b"junk", b""])
def test_a_certificate_that_cannot_be_read_is_refused(junk: bytes) -> None:
    assert "cannot be read" in refusal(entity(keys=key(junk) + key()))


def test_an_italian_name_goes_before_others_and_no_name_gives_the_entity_id() -> None:
    names = (
        '<OrganizationName xml:lang="it">Nome lungo</OrganizationName>'
        '<OrganizationDisplayName xml:lang="en">Test identity</OrganizationDisplayName>'
        '<OrganizationDisplayName xml:lang="it">  Identità\n di prova </OrganizationDisplayName>'
    )
    assert read(entity(names=names))[0].name == "Identità di prova"
    assert read(entity(names='<OrganizationName xml:lang="en">Only</OrganizationName>'))[0].name == "Only"
    assert read(entity(names=""))[0].name == PROVIDER


@pytest.mark.parametrize(
    "location",
    [
        "http://idp.example.it/sso",
        "javascript:alert(1)",
        "//idp.example.it/sso",
        "https://user@idp.example.it/sso",
        "https://192.0.2.1/sso",
        "https://localhost/sso",
        "",
    ],
)
@pytest.mark.parametrize("kind", ["SingleSignOnService", "SingleLogoutService"])
def test_browsers_are_only_sent_to_https(kind: str, location: str) -> None:
    places = endpoint(kind, "HTTP-POST", location) + endpoint("SingleSignOnService", "HTTP-Redirect", PROVIDER)
    assert "https" in refusal(entity(endpoints=places))


@pytest.mark.parametrize("setting", ["loopback_development", "demo_identity_provider"])
def test_a_provider_on_this_machine_counts_in_tests_and_demos_alone(
    setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = entity(endpoints=endpoint("SingleSignOnService", "HTTP-POST", "http://localhost:8088/sso"))
    assert "https" in refusal(here)
    configure(monkeypatch, **{setting: "true"})
    assert read(here)[0].sign_in == {Binding.POST: "http://localhost:8088/sso"}


def test_a_provider_without_sign_in_by_browser_is_refused() -> None:
    assert "no address" in refusal(entity(endpoints=endpoint("SingleSignOnService", "SOAP", PROVIDER)))


def test_a_provider_of_another_protocol_is_refused() -> None:
    assert "SAML 2" in refusal(entity(protocol="urn:oasis:names:tc:SAML:1.1:protocol"))


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"<html><body>Not found</body></html>",
        b'{"entities": []}',
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + entity().encode(),
        entity().encode("utf-16"),
        entity().encode()[:-20],
        b" " * (LARGEST + 1),
    ],
)
def test_what_is_no_metadata_is_refused(junk: bytes) -> None:
    assert refusal(junk)


def test_a_byte_order_mark_at_the_beginning_does_no_harm() -> None:
    assert len(read(b"\xef\xbb\xbf" + entity().encode())) == 1
