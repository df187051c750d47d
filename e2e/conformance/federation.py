"""Our CIE sign-in against an independent federation: `python -m e2e.conformance.federation`.

The public package spid-cie-oidc is trust anchor and provider, in an environment of its own. For each of the four
encryption pairs: enrolment, a sign-in, a refusal by the person, a sign-out whose token the provider then knows as
revoked. Says what passed; exits with 1 where something did not.
"""

import base64
import json
import os
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import httpx

from domain.access.gateways.federation.keys import make_keys, read_keys
from domain.access.gateways.json_web_keys import public_key_set
from domain.commands.demo_processes import ChildDied, NotReady
from e2e.conformance.installation import Installation, free_port, installation

PACKAGE = "spid-cie-oidc==1.6.3"
ENVIRONMENT = "SPID_CIE_OIDC_ENVIRONMENT"
"""Names the folder of the package's environment, to be made there once and used again."""
SITE = Path(__file__).resolve().parent / "other_federation"
PAIRS = [(key, content) for key in ("RSA-OAEP", "RSA-OAEP-256") for content in ("A128CBC-HS256", "A256CBC-HS512")]
SECONDS = 60
HOST = "127.0.0.1"
"""The package takes only addresses whose host has a dot."""


class NotHere(Exception):
    """The package cannot be installed; the message says why."""


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


def package_environment(folder: Path) -> Path:
    """The Python of an environment with the package, made if need be. Refuses NotHere."""
    named = os.environ.get(ENVIRONMENT)
    place = Path(named) if named else folder / "package"
    python = place / "bin" / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
    if subprocess.run([python, "-c", "import spid_cie_oidc"], capture_output=True, check=False).returncode:
        asked = [python, "-m", "pip", "install", "--quiet", PACKAGE]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotHere(f"{PACKAGE} cannot be installed: {done.stderr.strip()[-300:]}")
    return python


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
            _wait("the other federation", lambda: _answers(other.url + "/.well-known/openid-federation"))
            yield other
        finally:
            process.terminate()
            process.wait(timeout=20)


def check_pair(python: Path, folder: Path, pair: tuple[str, str]) -> list[str]:
    """Run everything for one encryption pair; what passed. Refuses Failed."""
    site, keys = folder / "site", folder / "party.jwks.json"
    port = free_port()
    make_keys(site / "keys")
    keys.write_text(json.dumps(public_key_set(*read_keys(site / "keys", "federation").all)))
    portal = f"http://{HOST}:{port}"
    with other_federation(python, folder / "other", portal, keys, pair) as other:
        chosen = {
            "spid": "false",
            "cie_saml": "false",
            "eidas": "false",
            "federation": "true",
            "trust_anchors": json.dumps({other.url: str(other.folder / "anchor.jwks.json")}),
            "userinfo_key_encryption": pair[0],
            "userinfo_content_encryption": pair[1],
            "complete_userinfo": "false",  # the package leaves iss, aud, iat and exp out
        }
        with installation(site, {}, host=HOST, port=port, chosen=chosen, with_worker=True) as ours:
            return _journeys(ours, other)


def _journeys(ours: Installation, other: Other) -> list[str]:
    login = f"{ours.url}/cie/login?{urlencode({'op': other.provider})}"
    _wait("the chain of the provider", lambda: httpx.get(login).status_code == 302)
    _wait("our trust mark", lambda: '"trust_marks":[{' in _said(ours))
    passed = ["chain and trust mark"]
    with httpx.Client(timeout=SECONDS) as browser:
        page = _consent(browser, login, other, is_agreed=True)
        if page.url.path != "/area-personale" or "BNCRSO48M61Z999X" not in page.text:
            raise Failed(f"sign-in ended at {page.url.path} with {page.status_code}: {_heading(page)}")
        passed.append("sign-in")
        token = _field(page.text, "_csrf_token")
        browser.post(f"{ours.url}/uscita", data={"_csrf_token": token}, follow_redirects=True)
        if browser.get(f"{ours.url}/area-personale").status_code == 200:
            raise Failed("still signed in after the sign-out")
        _wait("the revocation", lambda: other.revoked_tokens() == 1)
        passed.append("sign-out and revocation")
    with httpx.Client(timeout=SECONDS) as browser:
        page = _consent(browser, login, other, is_agreed=False)
        if page.status_code != 403 or page.url.path != "/cie/callback":
            raise Failed(f"refusal ended at {page.url.path} with {page.status_code}")
        passed.append(f"refusal: {_heading(page)}")
    return passed


def _consent(browser: httpx.Client, login: str, other: Other, *, is_agreed: bool) -> httpx.Response:
    """Be the person in front of the other side's screens; the page of ours on which one ends."""
    form = browser.get(login, follow_redirects=True)
    if "authz_request_object" not in form.text:
        raise Failed(f"no login screen: {form.status_code} at {form.url.path}")
    known = {
        "username": "rosa",
        "password": other.secret,
        "authz_request_object": _field(form.text, "authz_request_object"),
        "csrfmiddlewaretoken": _field(form.text, "csrfmiddlewaretoken"),
    }
    consent = browser.post(str(form.url), data=known, follow_redirects=True)
    agreed = {"csrfmiddlewaretoken": _field(consent.text, "csrfmiddlewaretoken")} | (
        {"agree": "true"} if is_agreed else {}
    )
    return browser.post(str(consent.url), data=agreed, follow_redirects=True)


def _said(ours: Installation) -> str:
    body = httpx.get(ours.url + "/.well-known/openid-federation").text.split(".")[1]
    return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode().replace(" ", "")


def _field(html: str, name: str) -> str:
    for tag in re.findall(r"<input[^>]*>", html):
        if f'name="{name}"' in tag and (value := re.search(r'value="([^"]*)"', tag)):
            return value[1]
    raise Failed(f"no field {name}")


def _heading(page: httpx.Response) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)
    return found[1].strip() if found else "no heading"


def _answers(url: str) -> bool:
    return httpx.get(url).status_code == 200


def _wait(what: str, is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise Failed(f"{what}: not within {SECONDS} seconds")


def main() -> int:
    """Run everything and tell the outcome."""
    is_good = True
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        try:
            python = package_environment(Path(temporary))
        except NotHere as reason:
            sys.stdout.write(f"skipped: {reason}\n")
            return 0
        for number, pair in enumerate(PAIRS):
            try:
                passed = ", ".join(check_pair(python, Path(temporary) / str(number), pair))
            except (Failed, ChildDied, NotReady, subprocess.CalledProcessError) as failure:
                is_good, passed = False, f"FAILED {failure}"
            sys.stdout.write(f"{' + '.join(pair)}: {passed}\n")
            sys.stdout.flush()
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
