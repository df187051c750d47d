"""Registers of many providers: whose signature counts, and whose description."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.access.gateways.saml.metadata import service_metadata
from domain.access.gateways.saml.provider_metadata import MetadataRefused, read_providers
from domain.access.terms import Way
from tests.domain.access.gateways.saml.provider_texts import HEAD, entity, key, read, refusal, register, signed
from tests.domain.access.gateways.saml.two_sides import NOW, PROVIDER, pair, second_opinion, us


def test_a_register_is_read_however_it_is_nested() -> None:
    inner = register(entity("https://tre.example.it"), register(entity("https://due.example.it")))
    found = read(register(entity("https://uno.example.it"), inner))
    assert [one.entity_id.removeprefix("https://").partition(".")[0] for one in found] == ["uno", "tre", "due"]


def test_services_among_the_entities_are_left_out() -> None:
    service = f'<EntityDescriptor {HEAD} entityID="https://sp.example.it"><SPSSODescriptor/></EntityDescriptor>'
    assert [one.entity_id for one in read(register(service, entity()))] == [PROVIDER]
    assert "no identity provider" in refusal(service)


def test_a_register_counts_when_its_signer_is_the_one_we_know(tmp_path: Path) -> None:
    document = signed(register(entity(), more='ID="_r1"'))
    assert [one.entity_id for one in read(document, "register")] == [PROVIDER]
    root = "urn:oasis:names:tc:SAML:2.0:metadata:EntitiesDescriptor"
    assert second_opinion(document, pair("register").certificate, root, tmp_path)


def test_a_register_signed_by_somebody_else_is_refused() -> None:
    assert "no known key" in refusal(signed(register(entity(), more='ID="_r1"'), "stranger"), "register")


def test_a_register_without_signature_is_refused_when_one_is_expected() -> None:
    assert "signature" in refusal(register(entity(), more='ID="_r1"'), "register")


def test_a_changed_register_is_refused() -> None:
    document = signed(register(entity(), more='ID="_r1"')).replace(b"/post", b"/past")
    assert "no known key" in refusal(document, "register")


def test_a_provider_put_around_a_signed_register_is_not_read() -> None:
    inside = signed(register(entity(), more='ID="_r1"')).decode()
    stranger = entity("https://ladro.example.it", keys=key("stranger"))
    assert "ID" in refusal(register(inside, stranger), "register")


def test_the_signatures_of_single_entities_do_not_disturb_that_of_the_register() -> None:
    inside = signed(entity(more='ID="_e1"'), "provider").decode()
    assert len(read(signed(register(inside, more='ID="_r1"')), "register")) == 1


def test_our_own_metadata_are_no_provider() -> None:
    assert "no identity provider" in refusal(service_metadata(us()))


def test_the_earliest_end_of_validity_counts() -> None:
    def until(hours: int) -> str:
        return f'validUntil="{(NOW + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")}"'

    (found,) = read(register(entity(more=until(48)), more=until(24)))
    assert found.valid_until == (NOW + timedelta(hours=24)).replace(microsecond=0)
    assert "past" in refusal(register(entity(more=until(48)), more=until(-1)))
    assert "past" in refusal(entity(more=until(0)))
    over = entity("https://vecchio.example.it", more=until(-1))
    assert [one.entity_id for one in read(register(over, entity()))] == [PROVIDER]


@pytest.mark.parametrize("text", ["soon", "2026-12-01", "2026-12-01T00:00:00"])
def test_a_validity_that_is_no_instant_is_refused(text: str) -> None:
    assert "not an instant" in refusal(entity(more=f'validUntil="{text}"'))


def test_one_unusable_provider_does_not_close_the_others_out() -> None:
    broken = entity("https://rotto.example.it", keys="")
    assert [one.entity_id for one in read(register(broken, entity()))] == [PROVIDER]
    assert "no identity provider" in refusal(register(broken))


def test_an_entity_described_twice_is_refused() -> None:
    assert "twice" in refusal(register(entity(), entity(keys=key("stranger"))))


def test_a_long_register_is_read() -> None:
    document = signed(register(*(entity(f"https://idp{n}.example.it") for n in range(300)), more='ID="_r1"'))
    assert len(read(document, "register")) == 300


def test_without_a_moment_the_present_one_counts() -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    with pytest.raises(MetadataRefused, match="past"):
        read_providers(entity(more=f'validUntil="{yesterday}"').encode(), way=Way.SPID, signers=None)
