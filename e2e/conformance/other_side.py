"""The other side: the public package spid-cie-oidc as trust anchor and provider, in an environment of its own."""

import os
import secrets
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from e2e.conformance.environments import environment_with
from e2e.conformance.installation import free_port

PACKAGE = "spid-cie-oidc==1.6.3"
SITE = Path(__file__).resolve().parent / "other_federation"
SECONDS = 180


class Failed(Exception):
    """Something was not as it must be."""


@dataclass(frozen=True)
class Other:
    """The other side: its address, its folder, the password of its one person."""

    url: str
    folder: Path
    secret: str

    @property
    def provider(self) -> str:
        """The name of its provider."""
        return f"{self.url}/oidc/op"

    def revoked_tokens(self) -> int:
        """How many access tokens it knows as revoked."""
        with closing(sqlite3.connect(self.folder / "federation.sqlite3", timeout=20)) as database:
            counted = "SELECT count(*) FROM spid_cie_oidc_provider_issuedtoken WHERE revoked"
            return database.execute(counted).fetchone()[0]


def package_environment() -> Path:
    """The Python of an environment with the package, made if need be. Refuses NotHere."""
    return environment_with("spid-cie-oidc", "spid_cie_oidc", (PACKAGE,)) / "bin" / "python"


@contextmanager
def other_federation(python: Path, folder: Path, client_id: str, keys: Path, pair: tuple[str, str]) -> Iterator[Other]:
    """The other side, with the relying party enrolled, for as long as the block lasts; its anchor's keys in a file."""
    folder.mkdir(parents=True)
    other = Other(f"http://127.0.0.1:{free_port()}", folder, secrets.token_urlsafe(24))
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("SPORTELLO_", "DATABASE_"))
    }
    environment |= {
        "DJANGO_SETTINGS_MODULE": "settings",
        "FEDERATION_URL": other.url,
        "FEDERATION_FOLDER": str(folder),
        "FEDERATION_SECRET": other.secret,
        "FEDERATION_ALG": pair[0],
        "FEDERATION_ENC": pair[1],
        "TZ": "UTC",  # it mixes local and aware times
    }
    enrolling = [python, "enrol.py", client_id, str(keys)]
    pinned = subprocess.run(enrolling, cwd=SITE, env=environment, capture_output=True, text=True, check=False)
    if pinned.returncode:
        raise Failed(f"enrolment: {pinned.stderr[-2000:]}")
    (folder / "anchor.jwks.json").write_text(pinned.stdout)
    serving = [python, "-m", "django", "runserver", "--noreload", other.url.removeprefix("http://")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(serving, cwd=SITE, env=environment, stdout=log, stderr=log)
        try:
            wait_until("the other federation", lambda: _answers(other.url + "/.well-known/openid-federation"))
            yield other
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until(what: str, is_so: Callable[[], bool]) -> None:
    """Wait for something to become so. Refuses Failed."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise Failed(f"{what}: not within {SECONDS} seconds")


def _answers(url: str) -> bool:
    return httpx.get(url).status_code == 200
