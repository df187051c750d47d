"""Our CIE sign-in against an independent federation: `python -m e2e.conformance.federation`.

The public package spid-cie-oidc is trust anchor and provider, in an environment of its own. For each of the four
encryption pairs: enrolment, a sign-in, a refusal by the person, a sign-out whose token the provider then knows as
revoked. Says what passed; exits with 1 where something did not.
"""

import base64
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

import httpx

from domain.access.gateways.federation.keys import make_keys, read_keys
from domain.access.gateways.json_web_keys import public_key_set
from domain.commands.demonstration.processes import ChildDied, NotReady
from e2e.conformance.environments import NotHere
from e2e.conformance.installation import Installation, free_port, installation
from e2e.conformance.other_side import SECONDS, Failed, Other, other_federation, package_environment, wait_until

PAIRS = [(key, content) for key in ("RSA-OAEP", "RSA-OAEP-256") for content in ("A128CBC-HS256", "A256CBC-HS512")]
HOST = "127.0.0.1"
"""The package takes only addresses whose host has a dot."""


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
    wait_until("the chain of the provider", lambda: httpx.get(login).status_code == 302)
    wait_until("our trust mark", lambda: '"trust_marks":[{' in _said(ours))
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
        wait_until("the revocation", lambda: other.revoked_tokens() == 1)
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


def main() -> int:
    """Run everything and tell the outcome."""
    is_good = True
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        try:
            python = package_environment()
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
