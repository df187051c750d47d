"""The civil registry in tests: the emulator itself, over a file of the test, reached without a network."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from domain.platform.settings import settings
from domain.registry.gateways.civil_registry import client
from e2e.emulators.civil_registry.app import create_app
from tests.support.personas import Persona

ADDRESS = {"kind": "Via", "road": "dei Tigli", "number": "4", "inside": "", "postal_code": "00001", "city": "Borgo"}
TOKEN = "prova"


def resident(persona: Persona, tie: str = "1", **facts: Any) -> dict[str, Any]:
    """The persona as the registry has them; ``tie`` is ANPR's code for what they are to the head."""
    known = {
        "given_name": persona.given_name,
        "family_name": persona.family_name,
        "born_on": persona.born_on.isoformat(),
        "sex": persona.sex,
        "codice_fiscale": persona.codice_fiscale,
        "tie": tie,
    }
    return known | facts


def home(*members: dict[str, Any], since: str = "2022-03-01", **address: str) -> dict[str, Any]:
    """A household of the registry."""
    return {"note": "", "address": ADDRESS | address, "since": since, "members": list(members)}


@dataclass
class CivilOffice:
    """The emulator, and what a test makes it do."""

    file: Path
    monkeypatch: pytest.MonkeyPatch

    def has(self, *homes: dict[str, Any]) -> None:
        """These are the people it has from now on."""
        self.file.write_text(json.dumps(homes), encoding="utf-8")

    def answers(self, answer: httpx.Response | Exception) -> None:
        """From now on it gives this answer, or none, to everything."""

        def handle(_request: httpx.Request) -> httpx.Response:
            if isinstance(answer, Exception):
                raise answer
            return answer

        self.reached_by(httpx.MockTransport(handle))

    def reached_by(self, transport: httpx.AsyncBaseTransport) -> None:
        """From now on calls leave by ``transport``."""
        self.monkeypatch.setattr(client, "transport", lambda: transport)

    def works(self) -> None:
        """From now on it answers as it should."""
        app: Any = create_app(token=TOKEN, file=self.file)
        self.reached_by(httpx.ASGITransport(app=app))


def connected_civil_office(folder: Path, monkeypatch: pytest.MonkeyPatch) -> CivilOffice:
    """An installation that reaches the emulator, which has nobody yet."""
    found = CivilOffice(folder / "people.json", monkeypatch)
    found.has()
    found.works()
    chosen = settings()
    monkeypatch.setattr(chosen, "civil_registry_person_url", "http://anagrafe.test/C001")
    monkeypatch.setattr(chosen, "civil_registry_household_url", "http://anagrafe.test/C021")
    monkeypatch.setattr(chosen, "civil_registry_token", SecretStr(TOKEN))
    return found
