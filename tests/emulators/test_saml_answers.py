"""The demo SAML providers vouch for people in answers that our own strict readers accept; wrong ones are refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from domain.access.gateways.identities import Level, RefusalKind, SignInRefused
from domain.access.gateways.saml.parties import Binding
from domain.access.gateways.saml.provider_metadata import read_providers
from domain.access.gateways.saml.xml_safety import decode_message
from domain.access.terms import Way
from e2e.emulators.identity_provider.saml.misbehaviour import LABELS, SamlMisbehaviour
from tests.domain.access.gateways.saml.two_sides import configure, pair, second_opinion
from tests.emulators.saml_scene import HOME, PATHS, RELAY_STATE, SamlScene

SamlWith = Callable[..., SamlScene]
RESPONSE = "urn:oasis:names:tc:SAML:2.0:protocol:Response"
FOR_THE_PORTAL_TO_REMEMBER = {SamlMisbehaviour.REPLAYED, SamlMisbehaviour.OTHER_RELAY_STATE}


@pytest.mark.parametrize("binding", list(Binding))
async def test_a_person_signs_in_with_spid(saml: SamlScene, binding: Binding) -> None:
    request = saml.ask(binding=binding)
    fields = await saml.decide(request)
    person = saml.read(request, fields).identity

    assert fields["RelayState"] == RELAY_STATE
    assert (person.given_name, person.family_name, person.born_on) == ("Rosa", "Bianchi", date(1948, 8, 21))
    assert (person.way, person.codice_fiscale, person.level) == (Way.SPID, "BNCRSO48M61Z999X", Level.TWO)
    assert (person.sex, person.birthplace_code, person.email) == ("F", "Z999", "rosa@example.it")
    assert person.session.name_id
    assert person.session.session_index
    assert person.session.name_qualifier == f"{HOME}/saml"


async def test_who_comes_from_abroad_has_no_codice_fiscale(saml_with: SamlWith) -> None:
    scene = saml_with(Way.EIDAS)
    request = scene.ask()
    person = scene.read(request, await scene.decide(request)).identity

    assert (person.way, person.codice_fiscale, person.given_name) == (Way.EIDAS, None, "Ingrid")
    assert person.subject == "SE/IT/19880412-7359"


async def test_cie_by_saml_gives_four_attributes(saml_with: SamlWith) -> None:
    scene = saml_with(Way.CIE)
    request = scene.ask()
    person = scene.read(request, await scene.decide(request)).identity

    assert (person.way, person.codice_fiscale, person.email) == (Way.CIE, "BNCRSO48M61Z999X", None)


@pytest.mark.parametrize("wrong", [wrong for wrong in SamlMisbehaviour if wrong not in FOR_THE_PORTAL_TO_REMEMBER])
async def test_no_misbehaviour_signs_anybody_in(saml_with: SamlWith, wrong: SamlMisbehaviour) -> None:
    scene = saml_with(Way.SPID, wrong)
    request = scene.ask()
    with pytest.raises(SignInRefused):
        scene.read(request, await scene.decide(request))


async def test_a_misbehaviour_may_be_chosen_on_the_screen(saml: SamlScene) -> None:
    assert set(LABELS) == set(SamlMisbehaviour)
    request = saml.ask()
    with pytest.raises(SignInRefused):
        saml.read(request, await saml.decide(request, **{"errore": SamlMisbehaviour.EXPIRED}))
    request = saml.ask()
    assert (await saml.decide(request, **{"errore": "other_relay_state"}))["RelayState"] != RELAY_STATE
    screen = await saml.screen(saml.ask())
    assert (await saml.http.post(f"{screen}/consenso", data={"persona": "0", "errore": "x"})).status_code == 400


async def test_the_last_answer_can_come_again(saml: SamlScene) -> None:
    first, second = saml.ask(), saml.ask()
    answer = (await saml.decide(first))["SAMLResponse"]

    assert (await saml.decide(second, **{"errore": SamlMisbehaviour.REPLAYED}))["SAMLResponse"] == answer


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("19", RefusalKind.TOO_MANY_TRIES),
        ("20", RefusalKind.LEVEL_TOO_LOW),
        ("21", RefusalKind.TIMED_OUT),
        ("22", RefusalKind.REFUSED_CONSENT),
        ("23", RefusalKind.SUSPENDED),
        ("25", RefusalKind.CANCELLED),
        ("30", RefusalKind.WRONG_KIND),
    ],
)
async def test_each_anomaly_has_a_button(saml: SamlScene, number: str, kind: RefusalKind) -> None:
    request = saml.ask()
    assert f'value="{number}"' in (await saml.http.get(await saml.screen(saml.ask()))).text
    with pytest.raises(SignInRefused) as refused:
        saml.read(request, await saml.decide(request, "anomalia", **{"errore": number}))
    assert refused.value.kind is kind


async def test_giving_up_and_not_agreeing_are_anomalies_too(saml: SamlScene) -> None:
    for decision, kind in (("rifiuto", RefusalKind.REFUSED_CONSENT), ("annullamento", RefusalKind.CANCELLED)):
        request = saml.ask()
        with pytest.raises(SignInRefused) as refused:
            saml.read(request, await saml.decide(request, decision))
        assert refused.value.kind is kind


async def test_the_third_wrong_password_leads_back(saml: SamlScene) -> None:
    request = saml.ask()
    place = f"{await saml.screen(request)}/password"
    assert "Sbaglia la password" in (await saml.http.get(place)).text
    for tries in (1, 2):
        assert f"Tentativi: {tries} di 3" in (await saml.http.post(place, data={"password": "x"})).text
    page = await saml.http.post(place, data={"password": "x"})

    assert "Torna al servizio" in page.text
    assert (await saml.http.post(place, data={"password": "x"})).status_code == 400


async def test_a_request_is_answered_once(saml: SamlScene) -> None:
    screen = await saml.screen(saml.ask())
    assert (await saml.http.post(f"{screen}/consenso", data={"persona": "9"})).status_code == 400
    assert (await saml.http.post(f"{screen}/consenso", data={"persona": "0"})).status_code == 200
    assert (await saml.http.post(f"{screen}/consenso", data={"persona": "0"})).status_code == 400


@pytest.mark.parametrize("way", list(PATHS))
async def test_our_reader_understands_the_metadata(
    saml_with: SamlWith, way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(monkeypatch, environment="test", demo_identity_provider="true")
    scene = saml_with(way)
    served = await scene.http.get(f"{scene.provider.entity_id}/metadata")
    [known] = read_providers(served.content, way=way, signers=[pair("demo").certificate])

    assert (known.entity_id, known.certificates) == (scene.provider.entity_id, scene.provider.certificates)
    assert known.sign_in == scene.provider.sign_in
    assert bool(known.logout) is (way is not Way.CIE)
    written = tmp_path / "0" / "keys" / PATHS[way].strip("/") / "metadata.xml"
    assert read_providers(written.read_bytes(), way=way, signers=None)[0].entity_id == known.entity_id


async def test_another_program_finds_the_signature_right(saml: SamlScene, tmp_path: Path) -> None:
    fields = await saml.decide(saml.ask(), "annullamento")

    assert second_opinion(decode_message(fields["SAMLResponse"]), pair("demo").certificate, RESPONSE, tmp_path)
