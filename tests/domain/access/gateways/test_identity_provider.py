"""The screens of the demo provider, its keys and its people."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from pydantic import ValidationError

from domain.access.gateways.jose_tokens import public_key_set
from e2e.emulators.identity_provider.app import create_app
from e2e.emulators.identity_provider.keys import PRIVATE_FILE, PUBLIC_FILE, prepare_keys
from e2e.emulators.identity_provider.settings import (
    DemoPerson,
    IdentityProviderSettings,
    PartyRegistration,
    read_party,
    read_people,
)
from tests.domain.access.gateways.provider_requests import (
    send,
)
from tests.domain.access.gateways.scene import (
    CLIENT_ID,
    ISSUER,
    PEOPLE,
    RETURN_ADDRESS,
    Clock,
    Scene,
    encryption_key,
    signing_key,
)


async def test_the_screens_show_people_and_can_be_searched(scene: Scene) -> None:
    screen = f"{ISSUER}{(await scene.open(scene.ask().url)).headers['location']}"
    everybody = (await scene.http.get(screen)).text
    rosa = (await scene.http.get(screen, params={"cerca": "rosa CASA"})).text
    by_code = (await scene.http.get(screen, params={"cerca": "hmdkrm90"})).text
    nobody = (await scene.http.get(screen, params={"cerca": "<zz>"})).text
    consent = (await scene.http.get(f"{screen}/consenso", params={"persona": "1"})).text

    assert "2 persone" in everybody
    assert "78 anni" in everybody
    assert "Karim &lt;b&gt;" in everybody
    assert "Rosa" in rosa
    assert "Karim" not in rosa
    assert "1 persona" in by_code
    assert "Nessuna persona corrisponde" in nobody
    assert "<zz>" not in nobody
    assert "01/01/1990" in consent
    for text in (everybody, consent, (await scene.http.get(ISSUER)).text):
        assert "nessuna persona è vera" in text
        assert "<script" not in text
        assert "style=" not in text


async def test_every_answer_forbids_indexing_storing_and_foreign_content(scene: Scene) -> None:
    for path in ("/", "/stile.css", "/jwks", "/autorizza"):
        headers = (await scene.http.get(f"{ISSUER}{path}")).headers
        assert headers["x-robots-tag"] == "noindex, nofollow"
        assert headers["cache-control"] == "no-store"
        assert "form-action 'self' http://127.0.0.1:8000" in headers["content-security-policy"]


async def test_a_request_is_answered_once_and_within_ten_minutes(scene: Scene) -> None:
    request = scene.ask()
    screen = f"{ISSUER}{(await scene.open(request.url)).headers['location']}"
    assert (await scene.http.post(f"{screen}/consenso", data={"persona": "9"})).status_code == 400
    assert (await scene.http.post(f"{screen}/consenso", data={"persona": "0"})).status_code == 303
    assert (await scene.http.post(f"{screen}/consenso", data={"persona": "0"})).status_code == 400

    screen = f"{ISSUER}{(await scene.open(request.url)).headers['location']}"
    scene.clock.move(timedelta(minutes=11))
    assert (await scene.http.get(screen)).status_code == 400
    await send(scene)
    assert (await scene.http.get(f"{ISSUER}/accesso/unknown")).status_code == 400


async def test_the_description_and_keys_are_public_and_complete(scene: Scene) -> None:
    metadata = (await scene.http.get(f"{ISSUER}/.well-known/openid-configuration")).json()
    keys = (await scene.http.get(metadata["jwks_uri"])).json()

    assert metadata["issuer"] == ISSUER
    assert metadata["token_endpoint"] == scene.provider.token_endpoint
    assert keys == scene.provider.jwks
    assert not {"d", "p", "q"} & keys["keys"][0].keys()


def test_keys_are_made_once_and_kept_to_ourselves(tmp_path: Path) -> None:
    first, second = prepare_keys(tmp_path / "new"), prepare_keys(tmp_path / "new")

    assert first == second
    assert (tmp_path / "new" / PRIVATE_FILE).stat().st_mode & 0o077 == 0
    assert json.loads((tmp_path / "new" / PUBLIC_FILE).read_text()) == public_key_set(first)


def settings_with(folder: Path, **source: Any) -> IdentityProviderSettings:
    (folder / "people.json").write_text(json.dumps(PEOPLE))
    registration = PartyRegistration(client_id=CLIENT_ID, redirect_uris=(RETURN_ADDRESS,), **source)
    return IdentityProviderSettings(
        issuer=ISSUER, party=registration, people_file=folder / "people.json", keys_folder=folder / "keys"
    )


async def test_the_partys_keys_may_come_from_a_file_or_an_address(
    tmp_path: Path, scene_with: Callable[..., Scene]
) -> None:
    jwks = public_key_set(signing_key(), encryption_key())
    (tmp_path / "party-jwks.json").write_text(json.dumps(jwks))
    (tmp_path / "party.json").write_text(
        json.dumps({"client_id": CLIENT_ID, "redirect_uris": [RETURN_ADDRESS], "jwks_file": "party-jwks.json"})
    )
    scene = scene_with()
    published = httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(200, json=jwks)))
    broken = httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(200, content=b"<html>")))
    by_file = settings_with(tmp_path, jwks_file=read_party(tmp_path / "party.json").jwks_file)
    by_address = settings_with(tmp_path, jwks_uri="http://127.0.0.1:8000/jwks")
    async with published, broken:
        for settings, http, status in ((by_file, None, 303), (by_address, published, 303), (by_address, broken, 502)):
            app = create_app(settings, clock=Clock(), http=http)
            async with httpx.AsyncClient(transport=httpx.ASGITransport(cast(Any, app))) as browser:
                assert (await browser.get(scene.ask().url)).status_code == status


def test_a_registration_names_one_source_of_keys(tmp_path: Path) -> None:
    for source in ({}, {"jwks": {"keys": []}, "jwks_uri": "http://127.0.0.1/"}):
        with pytest.raises(ValidationError):
            settings_with(tmp_path, **source)


def test_people_are_read_with_their_age(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(json.dumps(PEOPLE))
    rosa: DemoPerson = read_people(tmp_path / "people.json")[0]
    birthday = rosa.born_on.replace(year=2026)

    assert (rosa.age_on(birthday - timedelta(days=1)), rosa.age_on(birthday)) == (77, 78)
