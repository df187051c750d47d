"""AgID's conformity tool for service providers, run on a portal of ours: `python -m e2e.conformance.spid_sp_test`.

Every profile by the bindings that the acceptance names, with the further checks, all answers (valid, invalid, the
anomalies) and the check of the certificates. Says for each how many checks were made and how many failed; exits with
1 where one failed or none was made. The tool lives in an environment of its own: its requirements are old.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from urllib.parse import quote

from e2e.conformance.environments import NotHere, environment_with
from e2e.conformance.installation import Installation, installation

PACKAGE = "spid-sp-test==1.2.18"
PROVIDERS = {"spid": "https://localhost:8443", "cie": "https://localhost:8444", "eidas": "https://localhost:8445"}
SECONDS = 900


@dataclass(frozen=True)
class Run:
    """One run of the tool: a profile, whose way, and where it reads and begins."""

    name: str
    profile: str
    way: str
    metadata: str
    login: str

    def arguments(self, portal: str, report: Path) -> list[str]:
        """What the tool is told."""
        login = f"{portal}{self.login.format(idp=quote(PROVIDERS[self.way], safe=''))}"
        told = ["--metadata-url", portal + self.metadata, "--authn-url", login, "--profile", self.profile]
        return [*told, "--extra", "--test-response", "--debug", "ERROR", "-rf", "json", "-o", str(report)]


RUNS = (
    Run("spid-sp-public, POST", "spid-sp-public", "spid", "/spid/metadata", "/spid/login?idp={idp}&binding=post"),
    Run(
        "spid-sp-public, Redirect", "spid-sp-public", "spid", "/spid/metadata", "/spid/login?idp={idp}&binding=redirect"
    ),
    Run("cie-sp-public", "cie-sp-public", "cie", "/cie/metadata", "/cie/login?idp={idp}"),
    Run("ficep-eidas-sp", "ficep-eidas-sp", "eidas", "/spid/metadata", "/spid/login?idp={idp}"),
)


@dataclass(frozen=True)
class Verdict:
    """How many checks were made of each kind (metadata, request, answers), which failed, and what the tool said."""

    name: str
    made: dict[str, int]
    failed: tuple[str, ...]
    said: str

    @property
    def is_good(self) -> bool:
        """All kinds were checked and nothing failed."""
        return not self.failed and bool(self.made) and all(self.made.values())


def tool_environment() -> Path:
    """The folder of an environment with the tool, made if need be. Refuses NotHere."""
    missing = [program for program in ("xmlsec1", "openssl") if not which(program)]
    if missing:
        raise NotHere(f"{' and '.join(missing)} not installed")
    # setuptools: the tool still imports pkg_resources
    return environment_with("spid-sp-test", "spid_sp_test", ("setuptools<81", PACKAGE))


def provider_files(place: Path, folder: Path) -> dict[str, Path]:
    """The metadata of the tool's own provider under three names, for the three ways."""
    found = {}
    for way, entity_id in PROVIDERS.items():
        found[way] = folder / f"provider-{way}.xml"
        found[way].write_text(_tool(place, ["--idp-metadata"], entity_id).stdout)
    return found


def check(place: Path, site: Installation, one: Run) -> Verdict:
    """Run the tool once."""
    report = site.folder / f"{one.profile}-{abs(hash(one.name))}.json"
    done = _tool(place, one.arguments(site.url, report), PROVIDERS[one.way])
    found = json.loads(report.read_text())["test"]["sp"] if report.exists() else {}
    return _verdict(one.name, found, done.stdout + done.stderr)


def check_certificate(place: Path, site: Installation, metadata: str) -> Verdict:
    """Have every signing certificate of our metadata judged by AgID's profile for public bodies."""
    report = site.folder / "certificate.json"
    told = ["--metadata-url", site.url + metadata, "--list", "test_spid_compliant_certificates", "--debug", "ERROR"]
    done = _tool(place, [*told, "-rf", "json", "-o", str(report)], PROVIDERS["spid"])
    found = json.loads(report.read_text())["test"]["sp"] if report.exists() else {}
    return _verdict(f"certificate of {metadata}", found, done.stdout + done.stderr)


def _verdict(name: str, found: Mapping[str, Mapping[str, list[Mapping[str, str]]]], said: str) -> Verdict:
    results = {kind: [one for checks in groups.values() for one in checks] for kind, groups in found.items()}
    failed = tuple(
        f"{kind}: {one.get('test') or one.get('description')}"
        for kind, checks in results.items()
        for one in checks
        if one.get("result") != "success"
    )
    return Verdict(name, {kind: len(checks) for kind, checks in results.items()}, failed, said)


def _tool(place: Path, arguments: list[str], entity_id: str) -> "subprocess.CompletedProcess[str]":
    command = [str(place / "bin" / "python"), str(place / "bin" / "spid_sp_test"), *arguments]
    environment = os.environ | {"IDP_ENTITYID": entity_id, "PATH": f"{place / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=SECONDS, check=False)


def main() -> int:
    """Run everything and tell the numbers."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        try:
            place = tool_environment()
        except NotHere as reason:
            sys.stdout.write(f"skipped: {reason}\n")
            return 0
        with installation(folder / "site", provider_files(place, folder)) as site:
            verdicts = [check(place, site, one) for one in RUNS]
            verdicts += [check_certificate(place, site, path) for path in ("/spid/metadata", "/cie/metadata")]
    for one in verdicts:
        sys.stdout.write(f"{one.name}: {sum(one.made.values())} checks {one.made}, {len(one.failed)} failed\n")
        sys.stdout.writelines(f"  {line}\n" for line in one.failed)
        if not one.made:
            sys.stdout.write(one.said[-3000:])
    return 0 if all(one.is_good for one in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
