"""A portal of its own for a conformity tool: empty database, fresh keys, on this machine only."""

import base64
import json
import os
import secrets
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import run
from sys import executable

from domain.access.gateways.saml.keys import make_saml_keys
from domain.access.gateways.saml.parties import Organization
from domain.commands.demonstration.database import demo_database
from domain.commands.demonstration.processes import Processes
from e2e.conformance.ente import SLUG

ORGANIZATION = Organization(
    name="Comune di Prova",
    url="https://comune.prova.example",
    ipa_code="c_a123",
    email="protocollo@comune.prova.example",
    phone="+390101234567",
    municipality="A123",
    locality="Prova",
)


@dataclass(frozen=True)
class Installation:
    """A portal that answers at ``url``; its files lie in ``folder``."""

    url: str
    folder: Path


@contextmanager
def installation(
    folder: Path,
    providers: Mapping[str, Path],
    *,
    host: str = "localhost",
    port: int | None = None,
    chosen: Mapping[str, str] | None = None,
    with_worker: bool = False,
) -> Iterator[Installation]:
    """The portal for as long as the block lasts; ``providers`` are metadata files of identity providers, by way.

    ``chosen`` are further settings; ``with_worker`` starts who does the jobs too.
    """
    (folder / "logs").mkdir(parents=True, exist_ok=True)
    url = f"http://{host}:{port or free_port()}"
    make_saml_keys(folder / "keys", ORGANIZATION, url)
    with demo_database(folder) as (application_url, owner_url):
        environment = _environment(folder, url, providers) | {
            "DATABASE_URL": application_url,
            "DATABASE_OWNER_URL": owner_url,
        }
        environment |= {f"SPORTELLO_{name.upper()}": value for name, value in (chosen or {}).items()}
        run([executable, "-m", "e2e.conformance.ente"], env=environment, check=True)
        processes = Processes(folder / "logs", environment)
        try:
            processes.start("portale", "domain.cli", "serve", "portal", "--port", url.rpartition(":")[2])
            processes.wait_for(url.replace("localhost", "127.0.0.1") + "/healthz")
            if with_worker:
                processes.start("lavori", "domain.cli", "worker")
            yield Installation(url, folder)
        finally:
            processes.stop()


def _environment(folder: Path, url: str, providers: Mapping[str, Path]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SPORTELLO_", "DATABASE_"))}
    us = ORGANIZATION
    chosen = {
        "environment": "development",
        "portal_url": url,
        "backoffice_url": url,
        "portal_ente": SLUG,
        "secret_key": _key(),
        "master_keys": json.dumps({"prova": _key()}),
        "file_store_url": (folder / "files").as_uri(),
        "identity_keys_folder": str(folder / "keys"),
        "ipa_code": us.ipa_code,
        "organization_name": us.name,
        "organization_url": us.url,
        "organization_email": us.email,
        "organization_phone": us.phone,
        "organization_municipality": us.municipality,
        "organization_locality": us.locality,
        "saml_metadata_files": json.dumps({way: [str(file)] for way, file in providers.items()}),
        "loopback_development": "true",
        "spid": "true",
        "cie_saml": "true",
        "eidas": "true",
        "log_json": "false",
    }
    return kept | {f"SPORTELLO_{name.upper()}": value for name, value in chosen.items()}


def _key() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]
