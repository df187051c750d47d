"""The demo provider as a program: starts, answers, stops on SIGTERM, says plainly why it does not start."""

import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from domain.access.gateways.json_web_keys import public_key_set
from e2e.emulators.identity_provider.__main__ import main
from tests.domain.access.gateways.scene import CLIENT_ID, PEOPLE, RETURN_ADDRESS, encryption_key, signing_key


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    """A complete command line on a free port."""
    jwks = public_key_set(signing_key(), encryption_key())
    party = {"client_id": CLIENT_ID, "redirect_uris": [RETURN_ADDRESS], "jwks": jwks}
    (tmp_path / "party.json").write_text(json.dumps(party))
    (tmp_path / "people.json").write_text(json.dumps(PEOPLE))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    files = {"--people": "people.json", "--party": "party.json", "--keys": "keys"}
    return ["--port", port, *(word for name, file in files.items() for word in (name, str(tmp_path / file)))]


@pytest.mark.slow
def test_it_serves_until_it_is_told_to_stop(arguments: list[str]) -> None:
    running = subprocess.Popen([sys.executable, "-m", "e2e.emulators.identity_provider", *arguments])
    try:
        address = f"http://127.0.0.1:{arguments[1]}"
        metadata = _first_answer(f"{address}/.well-known/openid-configuration", running)
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=10) == 0
    finally:
        running.kill()
        running.wait()
    assert metadata["issuer"] == address


def test_a_taken_port_is_named(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", int(arguments[1])))
        other.listen()
        assert main(arguments) == 2
    assert f"porta {arguments[1]}" in capsys.readouterr().err


def test_a_missing_file_is_named(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "people.json").unlink()

    assert main(arguments) == 2
    assert "people.json" in capsys.readouterr().err


def _first_answer(address: str, running: subprocess.Popen[bytes]) -> dict[str, str]:
    for _ in range(300):
        assert running.poll() is None
        try:
            return httpx.get(address).json()
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("the provider did not start within 30 seconds")
