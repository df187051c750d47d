"""What we tell providers about signing out."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from domain.access.gateways.identities import ProviderSession
from domain.access.gateways.saml.bindings import RESPONSE, receive
from domain.access.gateways.saml.parties import Binding
from domain.access.gateways.saml.requests import logout_request, logout_response
from domain.access.gateways.saml.xml_safety import etree
from tests.domain.access.gateways.saml.two_sides import LOGOUT, LOGOUT_ANSWERS, NOW, pair, provider, second_opinion, us

NAMES = {"samlp": "urn:oasis:names:tc:SAML:2.0:protocol", "saml": "urn:oasis:names:tc:SAML:2.0:assertion"}
TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
SESSION = ProviderSession(name_id="_7f", name_qualifier="https://idp.example.it/entity", session_index="_s1")


@pytest.mark.parametrize("binding", list(Binding))
def test_signing_out_names_the_session_as_the_provider_did(binding: Binding) -> None:
    request = logout_request(us(), provider(), SESSION, binding=binding, relay_state="s", now=NOW)
    root = etree.fromstring(request.xml)
    assert root.get("Destination") == LOGOUT and request.departure.address.startswith(LOGOUT)
    name = root.find("saml:NameID", NAMES)
    assert (name.text, name.get("Format"), name.get("NameQualifier")) == ("_7f", TRANSIENT, SESSION.name_qualifier)
    assert root.findtext("samlp:SessionIndex", namespaces=NAMES) == "_s1"


def test_a_session_that_the_provider_does_not_know_is_not_signed_out_there() -> None:
    with pytest.raises(ValueError, match="without name"):
        logout_request(us(), provider(), ProviderSession(), binding=Binding.POST, relay_state="s", now=NOW)


def test_a_logout_by_form_is_signed(tmp_path: Path) -> None:
    request = logout_request(us(), provider(), SESSION, binding=Binding.POST, relay_state="s", now=NOW)
    kind = "urn:oasis:names:tc:SAML:2.0:protocol:LogoutRequest"
    assert second_opinion(request.xml, pair("us").certificate, kind, tmp_path)


@pytest.mark.parametrize(("is_done", "status"), [(True, "Success"), (False, "Requester")])
def test_the_answer_to_a_logout_goes_where_the_provider_takes_answers(
    is_done: bool, status: str, tmp_path: Path
) -> None:
    answer = logout_response(
        us(),
        provider(),
        in_response_to="_asked",
        binding=Binding.POST,
        relay_state="theirs",
        now=NOW,
        is_done=is_done,
    )
    root = etree.fromstring(answer.xml)
    assert root.get("Destination") == answer.departure.address == LOGOUT_ANSWERS
    assert root.get("InResponseTo") == "_asked"
    assert root.find("samlp:Status/samlp:StatusCode", NAMES).get("Value").rpartition(":")[2] == status
    assert answer.departure.fields["RelayState"] == "theirs"
    kind = "urn:oasis:names:tc:SAML:2.0:protocol:LogoutResponse"
    assert second_opinion(answer.xml, pair("us").certificate, kind, tmp_path)


def test_an_answer_without_relay_state_invents_none() -> None:
    answer = logout_response(
        us(), provider(), in_response_to="_asked", binding=Binding.REDIRECT, relay_state="", now=NOW
    )
    query = urlsplit(answer.departure.address).query
    assert "RelayState" not in parse_qs(query)
    assert receive(Binding.REDIRECT, query, parameter=RESPONSE).root.get("ID") == answer.request_id
