"""How messages reach the demo SAML providers: signed by the service, exactly as sent, and nothing else."""

import base64
import zlib
from dataclasses import replace
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from domain.access.gateways.saml.parties import Binding, Departure
from domain.access.gateways.saml.signatures import sign_enveloped
from domain.access.gateways.saml.xml_safety import Node, etree
from tests.domain.access.gateways.saml.two_sides import pair
from tests.emulators.saml_messages import refusal, unsigned
from tests.emulators.saml_scene import RELAY_STATE, SamlScene


async def test_who_signs_must_be_in_the_services_metadata(saml: SamlScene) -> None:
    stranger = replace(saml.party, pairs=(pair("stranger"),))
    for binding in Binding:
        request = replace(saml, party=stranger).ask(binding=binding)
        assert "SAMLRequest:" in await refusal(saml, request.departure)


async def test_a_request_without_signature_or_with_a_broken_one_is_refused(saml: SamlScene) -> None:
    def posted(root: Node) -> Departure:
        fields = {"SAMLRequest": base64.b64encode(etree.tostring(root)).decode(), "RelayState": RELAY_STATE}
        return Departure(saml.provider.sign_in[Binding.POST], fields)

    changed = sign_enveloped(unsigned(saml), pair("us"))
    changed.set("AssertionConsumerServiceIndex", "1")
    for root in (unsigned(saml), changed):
        assert "SAMLRequest:" in await refusal(saml, posted(root))


async def test_a_query_is_signed_as_it_was_sent(saml: SamlScene) -> None:
    request = saml.ask(binding=Binding.REDIRECT)
    parts = urlsplit(request.departure.address)
    pairs = parse_qsl(parts.query)
    turned = [pairs[1], pairs[0], *pairs[2:]]
    for query in (
        urlencode(pairs[:2]),
        urlencode(turned),
        parts.query.replace(quote(RELAY_STATE), "s" * 43),
        parts.query + "&RelayState=x",
        parts.query.replace("rsa-sha256", "rsa-sha1"),
    ):
        changed = replace(request.departure, address=f"{saml.provider.sign_in[Binding.POST]}?{query}")
        assert await refusal(saml, changed)
    assert (await saml.send(request.departure)).status_code == 303


async def test_junk_is_refused_with_a_page(saml: SamlScene) -> None:
    bomb = base64.b64encode(zlib.compress(b" " * 10_000_000)[2:-4]).decode()
    place = saml.provider.sign_in[Binding.POST]
    for fields in ({}, {"SAMLRequest": "%"}, {"SAMLRequest": base64.b64encode(b"<!DOCTYPE x><x/>").decode()}):
        assert (await saml.http.post(place, data={**fields, "RelayState": RELAY_STATE})).status_code == 400
    assert (await saml.http.get(f"{place}?{urlencode({'SAMLRequest': bomb})}")).status_code == 400
