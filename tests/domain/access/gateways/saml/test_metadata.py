"""How we introduce ourselves to SPID, CIE and eIDAS."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from domain.access.gateways.saml import keys
from domain.access.gateways.saml.configured import NoParty, service_party
from domain.access.gateways.saml.keys import adopt_next, announce_next, make_saml_keys
from domain.access.gateways.saml.metadata import freeze_metadata, frozen_metadata, service_metadata
from domain.access.gateways.saml.signatures import verify_enveloped
from domain.access.gateways.saml.xml_safety import etree, parse_xml
from domain.access.terms import Way
from domain.platform.settings import settings
from tests.domain.access.gateways.saml.two_sides import COMUNE, PORTAL, configure, pair, second_opinion, us

NAMES = {
    "md": "urn:oasis:names:tc:SAML:2.0:metadata",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "spid": "https://spid.gov.it/saml-extensions",
    "cie": "https://www.cartaidentita.interno.gov.it/saml-extensions",
}
ROOT = "urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor"
WAYS = pytest.mark.parametrize("way", [Way.SPID, Way.CIE])


def found(metadata: bytes, path: str) -> list[Any]:
    """What stands at ``path`` in the metadata."""
    return list(etree.fromstring(metadata).xpath(path, namespaces=NAMES))


@pytest.fixture
def ente(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An ente whose settings and keys are complete; gives the folder of its keys."""
    monkeypatch.setattr(keys, "KEY_BITS", 2048)
    folder = tmp_path / "keys"
    configure(
        monkeypatch,
        portal_url=PORTAL,
        backoffice_url="https://operatori.comune.example.it",
        ipa_code=COMUNE.ipa_code,
        organization_name=COMUNE.name,
        organization_url=COMUNE.url,
        organization_email=COMUNE.email,
        organization_phone=COMUNE.phone,
        organization_municipality=COMUNE.municipality,
        organization_locality=COMUNE.locality,
        identity_keys_folder=str(folder),
    )
    service_party.cache_clear()
    make_saml_keys(folder, COMUNE, PORTAL)
    yield folder
    monkeypatch.undo()
    settings.cache_clear()
    service_party.cache_clear()


@WAYS
def test_the_metadata_are_signed_right_at_the_beginning(way: Way, tmp_path: Path) -> None:
    metadata = service_metadata(us(way))
    root = parse_xml(metadata)
    assert etree.QName(root[0]).localname == "Signature"
    assert verify_enveloped(root, [pair("us").certificate], of=root).get("entityID") == PORTAL
    assert second_opinion(metadata, pair("us").certificate, ROOT, tmp_path)


@WAYS
def test_the_metadata_say_where_answers_and_logouts_go(way: Way) -> None:
    metadata = service_metadata(us(way))
    answers = found(metadata, "//md:AssertionConsumerService")
    assert [answer.get("Location") for answer in answers] == [
        f"{PORTAL}/spid/acs",
        "https://operatori.comune.example.it/spid/acs",
    ]
    assert [answer.get("index") for answer in answers] == ["0", "1"]
    assert [answer.get("isDefault") for answer in answers] == ["true", "false"]
    logouts = found(metadata, "//md:SingleLogoutService/@Binding")
    assert sorted(logout.rpartition(":")[2] for logout in logouts) == ["HTTP-POST", "HTTP-Redirect"]
    assert found(metadata, "//md:NameIDFormat/text()") == ["urn:oasis:names:tc:SAML:2.0:nameid-format:transient"]
    assert found(metadata, "//md:SPSSODescriptor/@AuthnRequestsSigned") == ["true"]
    assert found(metadata, "//md:SPSSODescriptor/@WantAssertionsSigned") == ["true"]


def test_spid_learns_that_we_are_a_public_body() -> None:
    metadata = service_metadata(us())
    contact = found(metadata, "//md:ContactPerson")
    assert [one.get("contactType") for one in contact] == ["other"]
    assert found(metadata, "//md:Extensions/spid:IPACode/text()") == ["c_z999"]
    (public,) = found(metadata, "//md:Extensions/spid:Public")
    assert public.text is None and len(public) == 0
    assert found(metadata, "//md:Company/text()") == found(metadata, "//md:OrganizationName/text()")
    assert found(metadata, "//md:TelephoneNumber/text()") == ["+39061234567"], "no blanks in it"
    assert not found(metadata, "//spid:Private | //cie:*")


def test_cie_learns_our_comune_and_asks_for_the_four_attributes_alone() -> None:
    metadata = service_metadata(us(Way.CIE))
    assert found(metadata, "//md:ContactPerson/@contactType") == ["administrative"]
    assert found(metadata, "//md:Extensions/cie:Municipality/text()") == ["Z999"]
    assert found(metadata, "//md:Extensions/cie:IPACode/text()") == ["c_z999"]
    assert len(found(metadata, "//md:AttributeConsumingService")) == 1
    assert set(found(metadata, "//md:RequestedAttribute/@Name")) == {
        "name",
        "familyName",
        "dateOfBirth",
        "fiscalNumber",
    }
    assert not found(metadata, "//spid:*")


def test_each_attribute_set_asks_for_what_it_says_and_nothing_twice() -> None:
    metadata = service_metadata(us())
    sets = {
        one.get("index"): one.xpath("md:RequestedAttribute/@Name", namespaces=NAMES)
        for one in found(metadata, "//md:AttributeConsumingService")
    }
    assert set(sets) == {"0", "1", "99", "100"}
    assert set(sets["0"]) == {"fiscalNumber", "name", "familyName", "dateOfBirth"}
    assert set(sets["1"]) - set(sets["0"]) == {"gender", "placeOfBirth", "email"}
    assert set(sets["99"]) == {"spidCode", "name", "familyName", "dateOfBirth"}
    assert set(sets["100"]) - set(sets["99"]) == {"placeOfBirth", "address", "gender"}
    assert all(len(names) == len(set(names)) for names in sets.values())


def test_an_announced_certificate_is_published_beside_the_one_that_signs() -> None:
    metadata = service_metadata(us(pairs=(pair("us"), pair("us tomorrow"))))
    published = found(metadata, "//md:KeyDescriptor[@use='signing']//ds:X509Certificate/text()")
    assert [base64.b64decode(one) for one in published] == [pair("us").certificate, pair("us tomorrow").certificate]
    root = parse_xml(metadata)
    assert verify_enveloped(root, [pair("us").certificate], of=root) is not None


def test_the_organization_is_named_in_every_language_alike() -> None:
    metadata = service_metadata(us(), languages=("it", "de"))
    for name in ("OrganizationName", "OrganizationDisplayName", "OrganizationURL"):
        assert found(metadata, f"//md:{name}/@xml:lang") == ["it", "de"]
    with pytest.raises(ValueError, match="Italian"):
        service_metadata(us(), languages=("de",))


def test_the_same_party_gives_the_same_bytes() -> None:
    assert service_metadata(us()) == service_metadata(us())
    assert service_metadata(us()) != service_metadata(us(Way.CIE))


def test_what_we_publish_does_not_change_until_a_new_version_is_frozen(ente: Path) -> None:
    with pytest.raises(NoParty, match="not been frozen"):
        frozen_metadata(Way.SPID)
    first = freeze_metadata(Way.SPID)
    assert frozen_metadata(Way.SPID) == first.read_bytes() == service_metadata(service_party(Way.SPID))

    announce_next(ente, COMUNE, PORTAL)
    assert frozen_metadata(Way.SPID) == first.read_bytes(), "the federation does not know the new key yet"
    second = freeze_metadata(Way.SPID)
    assert second != first
    assert len(found(frozen_metadata(Way.SPID), "//md:KeyDescriptor")) == 2

    adopt_next(ente)
    freeze_metadata(Way.SPID)
    assert len(found(frozen_metadata(Way.SPID), "//md:KeyDescriptor")) == 1


def test_freezing_twice_makes_no_second_version(ente: Path) -> None:
    assert freeze_metadata(Way.SPID) == freeze_metadata(Way.SPID)
    assert [file.name for file in ente.glob("metadata-*")] == ["metadata-spid-1.xml"]
    assert not list(ente.glob("tmp*"))


def test_eidas_and_spid_share_one_entity_and_cie_has_its_own(ente: Path) -> None:
    freeze_metadata(Way.SPID)
    freeze_metadata(Way.CIE)
    assert service_party(Way.EIDAS) is service_party(Way.SPID)
    assert frozen_metadata(Way.EIDAS) == frozen_metadata(Way.SPID) != frozen_metadata(Way.CIE)


@pytest.mark.parametrize("missing", ["ipa_code", "organization_phone", "organization_name"])
def test_an_incomplete_ente_is_nobody(ente: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    configure(monkeypatch, **{missing: ""})
    with pytest.raises(NoParty, match=missing):
        service_party(Way.SPID)


def test_only_cie_needs_the_code_of_the_comune(ente: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(monkeypatch, organization_municipality="")
    assert service_party(Way.SPID).organization.municipality == ""
    with pytest.raises(NoParty, match="organization_municipality"):
        service_party(Way.CIE)


def test_a_way_without_saml_has_no_party(ente: Path) -> None:
    with pytest.raises(NoParty):
        service_party(Way.PASSWORD)
