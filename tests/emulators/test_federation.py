"""The demo federation: a right chain, wrong ones on request, and a provider that believes only the federation."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.access.gateways.federation.statements import read_statement
from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, new_private_key, verify
from domain.platform.outside.http import CallFailed
from e2e.emulators.identity_provider.federation.misbehaviour import LABELS, FederationMisbehaviour
from e2e.emulators.identity_provider.misbehaviour import LABELS as TOKEN_LABELS
from tests.domain.access.gateways.scene import Clock
from tests.emulators.federation_scene import FederationScene, make_federation_scene
from tests.emulators.saml_scene import HOME, PORTAL

ABOUT_THE_PORTAL = {FederationMisbehaviour.PARTY_MARK_REVOKED, FederationMisbehaviour.PARTY_UNKNOWN}
FederationWith = Callable[..., FederationScene]


@pytest.fixture
async def federation_with(tmp_path: Path) -> AsyncIterator[FederationWith]:
    """Make federations with a misbehaviour."""
    made: list[FederationScene] = []

    def make(*arguments: FederationMisbehaviour) -> FederationScene:
        made.append(make_federation_scene(tmp_path, *arguments))
        return made[-1]

    yield make
    for scene in made:
        await scene.http.aclose()


@pytest.fixture
def federation(federation_with: FederationWith) -> FederationScene:
    """All members, well-behaved."""
    return federation_with()


async def test_the_portal_finds_the_provider_and_people_sign_in(federation: FederationScene) -> None:
    provider = await federation.provider()
    person = await federation.sign_in()

    assert (provider.name, provider.issuer) == ("CIE di prova", HOME)
    assert (person.given_name, person.codice_fiscale) == ("Rosa", "BNCRSO48M61Z999X")
    marks = (await federation.chain()).trust_marks
    assert [mark["id"] for mark in marks] == [f"{HOME}/federazione/openid_provider/public"]


@pytest.mark.parametrize("wrong", [wrong for wrong in FederationMisbehaviour if wrong not in ABOUT_THE_PORTAL])
async def test_no_misbehaviour_of_the_federation_makes_a_provider(
    federation_with: FederationWith, wrong: FederationMisbehaviour
) -> None:
    scene = federation_with(wrong)
    with pytest.raises((CallFailed, TokenRefused, AssertionError)):
        await scene.provider()


@pytest.mark.parametrize("wrong", sorted(ABOUT_THE_PORTAL))
async def test_a_portal_that_the_federation_gave_up_is_refused(
    federation: FederationScene, wrong: FederationMisbehaviour
) -> None:
    assert (await federation.ask()).status_code == 303
    federation.anchor.misbehaviour = wrong
    assert (await federation.ask()).status_code == 400


async def test_the_portal_must_prove_who_it_is(federation: FederationScene) -> None:
    right, marks = federation.entity, federation.marks
    federation.with_key(new_private_key(use="sig", bits=2048))
    assert "not exactly one key" in (await federation.ask()).text
    federation.entity = replace(right, authorities=("https://altra.example.it",))
    assert "not among its authorities" in (await federation.ask()).text
    federation.entity, federation.marks = right, []
    assert "trust mark is missing" in (await federation.ask()).text
    federation.marks = [
        {"id": marks[0]["id"], "trust_mark": federation.anchor.mark_entry("openid_provider")["trust_mark"]}
    ]
    assert "somebody else" in (await federation.ask()).text
    federation.marks = marks
    federation.published_at = Clock(federation.clock() - timedelta(days=3))
    assert "expired" in (await federation.ask()).text
    federation.published_at = None
    assert (await federation.ask()).status_code == 303


async def test_what_the_portal_publishes_is_what_counts(federation: FederationScene) -> None:
    federation.entity = replace(federation.entity, redirect_uris=(f"{PORTAL}/altrove",))
    assert "redirect_uri is not registered" in (await federation.ask()).text
    federation.entity = replace(
        federation.entity, algorithms={**federation.entity.algorithms, "id_token_signed_response_alg": "ES256"}
    )
    assert "none of those allowed" in (await federation.ask()).text


async def test_nobody_outside_the_federation_is_asked(federation: FederationScene) -> None:
    stranger = await federation.ask(client_id="http://localhost:9999")

    assert "client_id is not registered" in stranger.text


async def test_the_anchor_answers_its_members_questions(federation: FederationScene) -> None:
    http, place = federation.http, f"{HOME}/federazione"
    listed = {
        kind: (await http.get(f"{place}/list", params={"entity_type": kind})).json()
        for kind in ("openid_provider", "openid_relying_party", "x")
    }
    unknown = await http.get(f"{place}/fetch", params={"sub": "https://altro.example.it"})
    about_us = await http.get(f"{place}/fetch", params={"sub": PORTAL})
    said = read_statement(
        about_us.text, federation.anchor.trusted.jwks, issuer=place, subject=PORTAL, now=federation.clock()
    )
    asked = {"sub": PORTAL, "id": f"{place}/openid_relying_party/public"}

    assert listed == {"openid_provider": [HOME], "openid_relying_party": [PORTAL], "x": []}
    assert (unknown.status_code, unknown.json()["error"]) == (404, "not_found")
    assert (await http.get(f"{place}/fetch")).json()["error"] == "invalid_request"
    assert [mark["id"] for mark in said.claims["trust_marks"]] == [asked["id"]]
    assert (await http.get(f"{place}/trust_mark_status", params=asked)).json() == {"active": True}
    assert (await http.get(f"{place}/trust_mark_status", params={**asked, "sub": HOME})).json() == {"active": False}


async def test_resolving_gives_the_metadata_after_the_policy(federation: FederationScene) -> None:
    http, place = federation.http, f"{HOME}/federazione"
    answer = await http.get(f"{place}/resolve", params={"sub": HOME, "anchor": place})
    claims = verify(answer.text, federation.anchor.trusted.jwks, kind=TokenKind.RESOLVE_RESPONSE, algorithm="RS256")

    assert claims["metadata"]["openid_provider"] == (await federation.chain()).metadata
    assert len(claims["trust_chain"]) == 3
    for wrong in ({"sub": "https://altro.example.it", "anchor": place}, {"sub": HOME, "anchor": HOME}):
        assert (await http.get(f"{place}/resolve", params=wrong)).status_code in {400, 404}


async def test_how_the_federation_behaves_is_chosen_on_a_screen(federation: FederationScene) -> None:
    assert set(LABELS) == set(FederationMisbehaviour)
    place = f"{HOME}/federazione"
    assert (await federation.http.post(place, data={"errore": "statement_expired"})).status_code == 303
    assert 'value="statement_expired" selected' in (await federation.http.get(place)).text
    with pytest.raises(TokenRefused):
        await federation.provider()
    await federation.http.post(place, data={"errore": ""})
    assert await federation.provider()
    assert (await federation.http.post(place, data={"errore": "x"})).status_code == 400


@pytest.mark.parametrize("wrong", sorted(TOKEN_LABELS))
async def test_wrong_tokens_may_be_chosen_on_the_screen(federation: FederationScene, wrong: str) -> None:
    with pytest.raises(SignInRefused):
        await federation.sign_in(**{"errore": wrong})
    assert await federation.sign_in()
