"""Single logout at the demo provider: the service's wish is heard; and people can be sent out from there."""

from dataclasses import replace

import pytest

from domain.access.gateways.identities import ProviderSession
from domain.access.gateways.saml.logout import read_logout_request, read_logout_response
from domain.access.gateways.saml.parties import Binding, Departure
from domain.access.gateways.saml.requests import logout_request, logout_response
from tests.emulators.saml_scene import HOME, RELAY_STATE, SamlScene, fields_of

SESSIONS = f"{HOME}/saml/sessioni"


async def signed_in(scene: SamlScene) -> ProviderSession:
    request = scene.ask()
    return scene.read(request, await scene.decide(request)).identity.session


def wish(scene: SamlScene, session: ProviderSession, binding: Binding) -> Departure:
    made = logout_request(
        scene.party, scene.provider, session, binding=binding, relay_state=RELAY_STATE, now=scene.clock()
    )
    return made.departure


@pytest.mark.parametrize("binding", list(Binding))
async def test_the_services_wish_ends_the_session(saml: SamlScene, binding: Binding) -> None:
    session = await signed_in(saml)
    assert "Rosa Bianchi" in (await saml.http.get(SESSIONS)).text
    answer = await saml.send(wish(saml, session, binding))
    if binding is Binding.POST:
        raw = fields_of(answer.text)
    else:
        assert answer.status_code == 302
        raw = answer.headers["location"].partition("?")[2]
    read = read_logout_response(binding, raw, saml.provider, saml.party, saml.clock())

    assert read.is_done
    assert read.relay_state == RELAY_STATE
    assert "non è entrato nessuno" in (await saml.http.get(SESSIONS)).text


async def test_a_session_that_is_not_exactly_ours_is_not_ended(saml: SamlScene) -> None:
    session = await signed_in(saml)
    for changed in (replace(session, session_index="_other"), replace(session, name_id="_other")):
        answer = await saml.send(wish(saml, changed, Binding.POST))
        read = read_logout_response(Binding.POST, fields_of(answer.text), saml.provider, saml.party, saml.clock())
        assert not read.is_done
    assert "Rosa Bianchi" in (await saml.http.get(SESSIONS)).text


async def test_a_wish_counts_once(saml: SamlScene) -> None:
    departure = wish(saml, await signed_in(saml), Binding.POST)
    await saml.send(departure)

    assert (await saml.send(departure)).status_code == 400


async def test_somebody_can_be_sent_out_from_the_provider(saml: SamlScene) -> None:
    session = await signed_in(saml)
    page = await saml.http.post(SESSIONS, data={"sessione": session.name_id})
    asked = read_logout_request(Binding.POST, fields_of(page.text), saml.provider, saml.party, saml.clock())
    assert (asked.name_id, asked.session_index) == (session.name_id, session.session_index)
    answer = logout_response(
        saml.party,
        saml.provider,
        in_response_to=asked.request_id,
        binding=Binding.POST,
        relay_state=asked.relay_state,
        now=saml.clock(),
    )
    done = await saml.send(answer.departure)

    assert "L’uscita è finita" in done.text
    assert "non è entrato nessuno" in done.text
    assert (await saml.http.post(SESSIONS, data={"sessione": session.name_id})).status_code == 400
