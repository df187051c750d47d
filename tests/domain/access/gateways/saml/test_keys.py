"""Our SAML keys: made once, by AgID's profile, and exchanged without a gap."""

from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtensionOID, NameOID, ObjectIdentifier

from domain.access.gateways.saml import keys
from domain.access.gateways.saml.keys import (
    KeysRefused,
    adopt_next,
    announce_next,
    certificate_end,
    load_pairs,
    make_saml_keys,
)
from domain.kernel.clock import utcnow
from tests.domain.access.gateways.saml.two_sides import COMUNE, PORTAL

URI = ObjectIdentifier("2.5.4.83")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for keys that are made quickly."""
    monkeypatch.setattr(keys, "KEY_BITS", 2048)
    return tmp_path / "keys"


def test_the_certificate_follows_the_profile_of_agid(tmp_path: Path) -> None:
    file = make_saml_keys(tmp_path / "keys", COMUNE, PORTAL)
    certificate = x509.load_pem_x509_certificate(file.read_bytes())
    said = {attribute.oid: attribute.value for attribute in certificate.subject}

    public = certificate.public_key()
    assert isinstance(public, rsa.RSAPublicKey) and public.key_size == 3072
    assert said[NameOID.ORGANIZATION_NAME] == said[NameOID.COMMON_NAME] == "Comune di Prova"
    assert said[NameOID.ORGANIZATION_IDENTIFIER] == "PA:IT-c_z999"
    assert said[URI] == PORTAL
    assert (said[NameOID.COUNTRY_NAME], said[NameOID.LOCALITY_NAME]) == ("IT", "Prova")

    usage = certificate.extensions.get_extension_for_oid(ExtensionOID.KEY_USAGE)
    assert isinstance(usage.value, x509.KeyUsage)
    assert usage.critical and usage.value.digital_signature and usage.value.content_commitment
    assert not usage.value.key_cert_sign and not usage.value.key_encipherment
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    policies = certificate.extensions.get_extension_for_class(x509.CertificatePolicies).value
    notices = {policy.policy_identifier.dotted_string: policy.policy_qualifiers for policy in policies}
    for policy, text in {"1.3.76.16.6": "agIDcert", "1.3.76.16.4.2.1": "cert_SP_Pub"}.items():
        (notice,) = list(notices[policy] or [])
        assert isinstance(notice, x509.UserNotice) and notice.explicit_text == text


def test_only_we_can_read_the_files(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def test_keys_are_never_overwritten(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    make_saml_keys(folder, COMUNE, PORTAL)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_an_announced_pair_is_published_and_signs_only_after_it_is_adopted(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    (first,) = load_pairs(folder)
    announce_next(folder, COMUNE, PORTAL)
    signing, announced = load_pairs(folder)
    assert signing.certificate == first.certificate != announced.certificate

    adopt_next(folder)
    (now_signing,) = load_pairs(folder)
    assert now_signing.certificate == announced.certificate
    assert (folder / "saml-1.key.pem").exists(), "an old key stays until somebody destroys it"


def test_a_second_pair_is_not_announced_before_the_first_is_adopted(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    announce_next(folder, COMUNE, PORTAL)
    with pytest.raises(KeysRefused, match="announced already"):
        announce_next(folder, COMUNE, PORTAL)


def test_nothing_is_adopted_when_nothing_is_announced(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    with pytest.raises(KeysRefused, match="no next pair"):
        adopt_next(folder)


@pytest.mark.parametrize("step", [load_pairs, adopt_next])
def test_a_folder_without_keys_is_refused(step: object, tmp_path: Path) -> None:
    assert callable(step)
    with pytest.raises(KeysRefused, match="no SAML keys"):
        step(tmp_path)


def test_a_certificate_of_another_key_is_refused(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    announce_next(folder, COMUNE, PORTAL)
    (folder / "saml-1.crt.pem").write_bytes((folder / "saml-2.crt.pem").read_bytes())
    with pytest.raises(KeysRefused, match="do not belong together"):
        load_pairs(folder)


def test_a_damaged_key_is_refused_without_a_word_of_it(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    (folder / "saml-1.key.pem").write_text("-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----")
    with pytest.raises(KeysRefused, match="pair 1 cannot be read") as refusal:
        load_pairs(folder)
    assert "secret" not in str(refusal.value)


def test_a_certificate_needs_the_name_the_town_and_the_code_of_the_ente(folder: Path) -> None:
    nameless = COMUNE.__class__(**{**COMUNE.__dict__, "ipa_code": ""})
    with pytest.raises(KeysRefused, match="IPA code"):
        make_saml_keys(folder, nameless, PORTAL)


def test_everybody_can_see_when_a_certificate_ends(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL, years=2)
    (pair,) = load_pairs(folder)
    assert 728 <= (certificate_end(pair) - utcnow()).days <= 730


def test_private_keys_do_not_show_when_a_pair_is_printed(folder: Path) -> None:
    make_saml_keys(folder, COMUNE, PORTAL)
    assert "key=" not in repr(load_pairs(folder)[0])
