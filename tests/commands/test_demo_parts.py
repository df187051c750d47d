"""The parts of the demo: its folder, its ports, its processes, and what it says."""

import json
import shutil
import socket
import stat
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from domain.commands.demonstration import machine
from domain.commands.demonstration.accounts import DemoAccounts, DemoCitizen, DemoOperator
from domain.commands.demonstration.folder import MARK, DemoFolder, NotOurs, Ports
from domain.commands.demonstration.identity import make_identity_keys, write_people
from domain.commands.demonstration.machine import missing_for_pdf, taken_ports
from domain.commands.demonstration.processes import ChildDied, NotReady, Processes
from domain.commands.demonstration.welcome import welcome
from domain.platform.settings import Settings

PORTS = Ports(portal=8000, backoffice=8001, identity=8002, mail=8003, smtp=1025)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
ACCOUNTS = DemoAccounts(
    portal_ente="borgo",
    password="una-parola-di-prova",
    citizens=(DemoCitizen("BNCMRA41C54H501X", "Maria", "Bianchi", date(1941, 3, 14), "F", story="Vive sola."),),
    operators=tuple(
        DemoOperator(f"o{n}@example.org", f"Operatore {n}", "Assistente sociale", "Sportello", SECRET) for n in range(7)
    ),
)


@pytest.fixture(scope="module")
def identity_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys made once: they take seconds."""
    folder = tmp_path_factory.mktemp("identity")
    make_identity_keys(folder, "http://localhost:8000")
    return folder


@pytest.fixture
def place(tmp_path: Path, identity_keys: Path) -> DemoFolder:
    found = DemoFolder(tmp_path / "demo", PORTS)
    shutil.copytree(identity_keys, found.identity_keys)
    (found.path / MARK).touch()
    found.open(start_over=False)
    return found


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    made = Processes(tmp_path, {})
    yield made
    made.stop()


def environment(place: DemoFolder) -> dict[str, str]:
    return place.environment("postgresql://sportello_app@/sportello", "postgresql://postgres@/sportello")


def test_the_second_time_the_keys_are_the_same(place: DemoFolder) -> None:
    before = environment(place)
    place.open(start_over=False)
    assert environment(place) == before


def test_its_addresses_may_have_another_name_of_this_machine_and_no_other(
    place: DemoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for given, host in (("http://127.0.0.1:8000", "127.0.0.1"), ("https://sportello.example.it", "localhost")):
        monkeypatch.setenv("SPORTELLO_PORTAL_URL", given)
        told = environment(place)
        assert told["SPORTELLO_PORTAL_URL"] == told["SPORTELLO_FEDERATION_CLIENT_ID"] == f"http://{host}:8000"


def test_starting_over_makes_new_keys_and_forgets_the_data(place: DemoFolder) -> None:
    before = environment(place)
    (place.path / "files" / "something").touch()
    place.open(start_over=True)
    assert environment(place)["SPORTELLO_SECRET_KEY"] != before["SPORTELLO_SECRET_KEY"]
    assert not list((place.path / "files").iterdir())


@pytest.mark.parametrize("start_over", [False, True])
def test_a_folder_of_somebody_else_is_left_alone(start_over: bool, tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("three years of work")
    with pytest.raises(NotOurs):
        DemoFolder(tmp_path, PORTS).open(start_over=start_over)
    assert (tmp_path / "thesis.odt").exists()


def test_what_is_secret_is_only_ours(place: DemoFolder) -> None:
    place.write_settings(environment(place))
    for file in [place.settings_file, *place.settings.glob("*.key"), *place.identity_keys.iterdir()]:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_the_settings_file_says_what_the_environment_says(place: DemoFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(place).items():
        monkeypatch.setenv(name, value)
    from_environment = Settings()  # pyright: ignore[reportCallIssue]
    place.write_settings(environment(place))
    for name in environment(place):
        monkeypatch.delenv(name)
    assert tomllib.loads(place.settings_file.read_text())["environment"] == "demo"
    monkeypatch.setenv("SPORTELLO_CONFIG", str(place.settings_file))
    assert Settings() == from_environment  # pyright: ignore[reportCallIssue]


def test_the_identity_provider_learns_who_can_sign_in(place: DemoFolder) -> None:
    write_people(place.people_file, ACCOUNTS)
    [person] = json.loads(place.people_file.read_text())
    assert (person["codice_fiscale"], person["born_on"]) == ("BNCMRA41C54H501X", "1941-03-14")
    keys = json.loads(place.federation_keys_file.read_text())["keys"]
    assert keys
    assert all("d" not in key for key in keys)


def test_all_ways_in_are_open_and_trust_the_demo_providers_alone(
    place: DemoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment(place).items():
        monkeypatch.setenv(name, value)
    chosen = Settings()  # pyright: ignore[reportCallIssue]
    assert (chosen.spid, chosen.eidas, chosen.federation, chosen.complete_userinfo) == (True, True, True, True)
    assert set(chosen.saml_metadata_files) == {"spid", "eidas"}
    assert list(chosen.trust_anchors) == ["http://127.0.0.1:8002/federazione"]
    assert not chosen.saml_registry_urls
    assert "demo_identity_provider" in " ".join(chosen.identity_problems())


def test_a_taken_port_is_named_with_the_variable_that_changes_it() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        [sentence] = taken_ports({"PORTAL_PORT": port})
        assert f"porta {port} è già occupata" in sentence
        assert "PORTAL_PORT=" in sentence
    assert taken_ports({"PORTAL_PORT": port}) == []


def test_two_parts_cannot_share_a_port() -> None:
    assert "stessa porta" in taken_ports({"PORTAL_PORT": 1, "MAIL_PORT": 1})[0]


def test_a_machine_without_pango_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing_for_pdf() == ""
    monkeypatch.setattr(machine, "ASK", "print('Manca Pango', end='')")
    assert missing_for_pdf() == "Manca Pango"
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    assert machine.install_for_pdf() is False


def test_a_process_that_dies_is_told_with_its_last_words(processes: Processes) -> None:
    processes.start("orologio", "timeit", "-n", "wrong")
    with pytest.raises(ChildDied, match=r"orologio si è fermato[\s\S]*wrong|invalid"):
        processes.wait_for("http://127.0.0.1:1/", seconds=20)


def test_something_that_never_answers_is_not_waited_for_for_ever(processes: Processes) -> None:
    processes.start("server", "http.server", "--bind", "127.0.0.1", "0")
    with pytest.raises(NotReady):
        processes.wait_for("http://127.0.0.1:1/", seconds=0.6)


def test_the_welcome_says_where_things_are_and_who_one_can_be(place: DemoFolder) -> None:
    told = welcome(place, ACCOUNTS, seconds=12.4)
    for part in (
        "in 12 secondi",
        place.portal_url,
        place.backoffice_url,
        "http://localhost:8003",
        "Maria Bianchi: Vive sola.",
        "«Entra con SPID»",
        "«Entra con CIE»",
        "«Login with eIDAS»",
        place.identity_url,
        ACCOUNTS.password,
        SECRET,
        "altri 2",
    ):
        assert part in told
    assert "o6@example.org" not in told


def test_acceptance_tests_add_their_providers_to_those_of_the_demo(
    place: DemoFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = environment(place)
    monkeypatch.setenv("SPORTELLO_SAML_METADATA_FILES", '{"spid": ["/prova/idp.xml"], "cie": ["/prova/cie.xml"]}')
    monkeypatch.setenv("SPORTELLO_TRUST_ANCHORS", '{"http://127.0.0.1:8010": "/prova/anchor.json"}')
    monkeypatch.setenv("SPORTELLO_LOOPBACK_DEVELOPMENT", "true")
    found = environment(place)
    files = json.loads(found["SPORTELLO_SAML_METADATA_FILES"])
    assert files["spid"] == [*json.loads(own["SPORTELLO_SAML_METADATA_FILES"])["spid"], "/prova/idp.xml"]
    assert files["cie"] == ["/prova/cie.xml"]
    assert json.loads(found["SPORTELLO_TRUST_ANCHORS"]).items() > json.loads(own["SPORTELLO_TRUST_ANCHORS"]).items()
    assert found["SPORTELLO_LOOPBACK_DEVELOPMENT"] == "true"
