"""The client of the civil registry: what it sends is what the official contracts ask for, and nothing leaks."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from domain.platform.settings import CivilRegistrySettings, settings
from domain.registry.gateways.civil_registry.client import connected
from domain.registry.gateways.civil_registry.port import Criteria, Question, Unavailable, Unreadable
from domain.registry.gateways.civil_registry.questions import HOUSEHOLD, PERSON, body
from domain.registry.seeds.settle_people import HOMES
from domain.registry.terms import Kinship
from e2e.emulators.civil_registry import answers as emulated
from e2e.emulators.civil_registry.people import FILE, residents
from tests.conftest import ROOT
from tests.support.outside.civil_registry import TOKEN, CivilOffice, connected_civil_office, home, resident
from tests.support.personas import DAVIDE, FATIMA, ROSA

BESIDE = ROOT.parent / "shared" / "interop" / "contracts"
CONTRACTS = Path(os.environ.get("SPORTELLO_CONTRACTS", BESIDE))
FILES = {PERSON: "anpr/C001-servizioNotifica.yaml", HOUSEHOLD: "anpr/C021-servizioAccertamentoStatoFamiglia.yaml"}
QUESTION = Question(1_796_000_000_000_001, date(2026, 11, 28), "2026/118")
BY_CODE = Criteria(codice_fiscale=ROSA.codice_fiscale)
BY_NAME = Criteria(given_name="Maria Rosa", family_name="Bellandi", born_on=ROSA.born_on)


@pytest.fixture
def civil_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CivilOffice:
    return connected_civil_office(tmp_path, monkeypatch)


def contract(use: str) -> dict[str, Any]:
    """The schemas of the official contract, which stays beside the project."""
    file = CONTRACTS / FILES[use]
    if not file.is_file():
        pytest.skip(f"{file.name} is not beside the project: SPORTELLO_CONTRACTS names the folder of the contracts")
    return yaml.safe_load(file.read_text(encoding="utf-8"))["components"]["schemas"]


def faults(value: Any, schema: dict[str, Any], schemas: dict[str, Any], at: str = "") -> list[str]:
    """What in ``value`` the contract does not know, does not type so, or misses."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rsplit("/", 1)[1]]
    kind = schema.get("type", "object")
    if kind == "array":
        if not isinstance(value, list):
            return [f"{at}: no list"]
        return [one for item in value for one in faults(item, schema["items"], schemas, f"{at}[]")]
    if kind == "string":
        wrong = not isinstance(value, str) or ("enum" in schema and value not in schema["enum"])
        return [f"{at}: {value!r}"] if wrong else []
    if not isinstance(value, dict):
        return [f"{at}: no object"]
    found = [f"{at}.{name}: missing" for name in schema.get("required", []) if name not in value]
    for name, one in value.items():
        known = schema["properties"].get(name)
        found += [f"{at}.{name}: unknown"] if known is None else faults(one, known, schemas, f"{at}.{name}")
    return found


@pytest.mark.parametrize("use", FILES)
@pytest.mark.parametrize("criteria", [BY_CODE, BY_NAME], ids=["code", "name"])
def test_what_we_ask_is_what_the_contract_asks_for(use: str, criteria: Criteria) -> None:
    schemas = contract(use)
    asked = body(use, criteria, QUESTION)
    assert faults(asked, schemas["RichiestaE002"], schemas) == []
    assert asked["idOperazioneClient"].isdigit()


def test_the_check_against_the_contract_finds_faults() -> None:
    schemas = contract(PERSON)
    wrong = body(PERSON, BY_CODE, QUESTION) | {"idOperazioneClient": 7, "altro": "x"}
    wrong["datiRichiesta"].pop("motivoRichiesta")
    assert len(faults(wrong, schemas["RichiestaE002"], schemas)) == 3


def test_the_emulator_answers_as_the_contract_says() -> None:
    everybody = residents(FILE)
    for use in FILES:
        schemas = contract(use)
        for one in everybody:
            answer = (
                emulated.people([one], "1")
                if use == PERSON
                else emulated.household(one.household["members"], one.household, "1")
            )
            assert faults(answer, schemas["RispostaE002OK"], schemas) == []
        assert faults(emulated.refusal("EN122", "no", "1"), schemas["RispostaKO"], schemas) == []


def test_the_emulator_knows_the_people_of_the_demo_and_some_more() -> None:
    known = {one.person["codice_fiscale"] for one in residents(FILE)}
    ours = {one.codice_fiscale for home_ in HOMES for one in home_.people if one.codice_fiscale}
    assert ours <= known
    assert len(known - ours) >= 4
    assert len(known) == len(residents(FILE))
    assert all(code[11:15] == "Z999" for code in known)


async def test_people_and_households_come_back_in_our_words(civil_office: CivilOffice) -> None:
    civil_office.has(home(resident(DAVIDE), resident(FATIMA, "2"), number="3", since="2024-05-01"))
    async with connected() as registry:
        people = await registry.people(Criteria(codice_fiscale=FATIMA.codice_fiscale), QUESTION)
        lives = await registry.household(FATIMA.codice_fiscale, QUESTION)
    assert [one.full_name for one in people.people] == ["Fatima El Amrani"]
    residence = people.people[0].residence
    assert residence is not None
    assert (residence.street, residence.since) == ("Via dei Tigli 3", date(2024, 5, 1))
    assert [one.kinship for one in lives.members] == [Kinship.REFERENCE, Kinship.SPOUSE]
    assert people.number


async def test_the_token_is_shown_and_without_it_nobody_answers(
    civil_office: CivilOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[httpx.Request] = []

    def keep(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(404, json={"listaErrori": [{"codiceErroreAnomalia": "EN122"}]})

    civil_office.reached_by(httpx.MockTransport(keep))
    async with connected() as registry:
        assert (await registry.people(BY_CODE, QUESTION)).people == ()
    assert seen[0].headers["authorization"] == f"Bearer {TOKEN}"
    assert str(seen[0].url) == "http://anagrafe.test/C001/anpr-service-e002"
    assert ROSA.codice_fiscale not in str(seen[0].url)
    assert json.loads(seen[0].content)["criteriRicerca"] == {"codiceFiscale": ROSA.codice_fiscale}
    civil_office.works()
    monkeypatch.setattr(settings(), "civil_registry_token", settings().civil_registry_token.__class__("altro"))
    async with connected() as registry:
        with pytest.raises(Unavailable):
            await registry.people(BY_CODE, QUESTION)


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (httpx.ReadTimeout("late"), Unavailable),
        (httpx.Response(503), Unavailable),
        (httpx.Response(429), Unavailable),
        (httpx.Response(404, text="no such page"), Unavailable),
        (httpx.Response(400, json={"listaErrori": [{"codiceErroreAnomalia": "EN000"}]}), Unreadable),
        (httpx.Response(307, headers={"location": "http://127.0.0.1/"}), Unreadable),
        (httpx.Response(200, json=[1]), Unreadable),
        (httpx.Response(200, json={"listaSoggetti": {"datiSoggetto": [{"generalita": {"nome": 3}}]}}), Unreadable),
        (
            httpx.Response(
                200, json={"listaSoggetti": {"datiSoggetto": [{"generalita": {"codiceFiscale": {"codFiscale": "X"}}}]}}
            ),
            Unreadable,
        ),
    ],
)
async def test_whatever_else_comes_back_is_a_failure_that_names_nobody(
    civil_office: CivilOffice, answer: Any, failure: type[Exception]
) -> None:
    civil_office.answers(answer)
    async with connected() as registry:
        with pytest.raises(failure) as raised:
            await registry.people(BY_CODE, QUESTION)
    assert ROSA.codice_fiscale not in str(raised.value)
    assert ROSA.codice_fiscale not in repr(BY_CODE)


async def test_where_nothing_is_connected_nobody_is_asked() -> None:
    with pytest.raises(Unavailable):
        async with connected():
            pass


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({}, None),
        ({"civil_registry_person_url": "http://127.0.0.1:8004/C001"}, "https"),
        ({"civil_registry_token": ""}, "civil_registry_token"),
        ({"civil_registry_household_url": ""}, "both services"),
    ],
)
def test_the_emulator_is_refused_in_production(changes: dict[str, str], problem: str | None) -> None:
    safe = {
        "civil_registry_person_url": "https://anagrafe.example.it/C001",
        "civil_registry_household_url": "https://anagrafe.example.it/C021",
        "civil_registry_token": "un-segreto",
    }
    found = CivilRegistrySettings(**(safe | changes)).civil_registry_problems()  # pyright: ignore
    assert (problem is None and not found) or any(problem in one for one in found if problem)
