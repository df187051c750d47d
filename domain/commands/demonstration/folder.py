"""What the demo keeps on disk: its data, its keys (made at the first start), and the settings that follow from them."""

import base64
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from domain.commands.demonstration.identity import (
    further_settings,
    identity_settings,
    make_identity_keys,
    write_federation_keys,
)

MARK = "questa-cartella-appartiene-alla-demo"
LOCALHOST = "localhost"
HOSTS = (LOCALHOST, "127.0.0.1")


@dataclass(frozen=True)
class Ports:
    """The ports of the demo, all on this machine only."""

    portal: int
    backoffice: int
    identity: int
    mail: int
    smtp: int
    registry: int = 8004

    def named(self) -> dict[str, int]:
        """Every port by the variable that changes it."""
        return {
            "PORTAL_PORT": self.portal,
            "BACKOFFICE_PORT": self.backoffice,
            "IDENTITY_PORT": self.identity,
            "MAIL_PORT": self.mail,
            "SMTP_PORT": self.smtp,
            "REGISTRY_PORT": self.registry,
        }


class NotOurs(Exception):
    """The folder holds things that the demo did not make."""


@dataclass(frozen=True)
class DemoFolder:
    """The folder of one demo and the ports on which it answers."""

    path: Path
    ports: Ports

    def open(self, *, start_over: bool) -> None:
        """Make the folder and its keys, or take up those of last time; ``start_over`` empties it first.

        Refuses a folder with things in it that no demo made: starting over would delete them.
        """
        mark = self.path / MARK
        if self.path.exists() and any(self.path.iterdir()) and not mark.exists():
            raise NotOurs
        if start_over and mark.exists():
            shutil.rmtree(self.path)
        self.path.mkdir(parents=True, exist_ok=True)
        mark.touch()
        for name in ("logs", "mail", "files", "settings"):
            (self.path / name).mkdir(exist_ok=True, mode=0o700)
        for name in ("secret", "master", "registry"):
            self._make_key(name)
        make_identity_keys(self.identity_keys, self.portal_url)
        write_federation_keys(self.identity_keys, self.federation_keys_file)

    @property
    def settings(self) -> Path:
        """Where keys and the partners' registrations are."""
        return self.path / "settings"

    @property
    def identity_keys(self) -> Path:
        """Our own keys for signing people in."""
        return self.settings / "identity"

    @property
    def providers(self) -> Path:
        """Where the demo identity providers keep their keys, and what they publish."""
        return self.settings / "providers"

    @property
    def people_file(self) -> Path:
        """The people who can sign in, as the identity provider must know them."""
        return self.settings / "people.json"

    @property
    def federation_keys_file(self) -> Path:
        """Our keys in the federation, as its trust anchor must know them."""
        return self.settings / "federation-keys.json"

    @property
    def residents_file(self) -> Path:
        """The people of the demo civil registry: who changes it sees a move or a death arrive."""
        return self.settings / "residents.json"

    @property
    def registry_key_file(self) -> Path:
        """The secret that the demo civil registry asks for."""
        return self.settings / "registry.key"

    @property
    def registry_url(self) -> str:
        """Where the demo civil registry answers."""
        return f"http://127.0.0.1:{self.ports.registry}"

    @property
    def portal_url(self) -> str:
        """Where the portal answers. Its host may be another name of this machine, as the environment says."""
        return f"http://{_host('SPORTELLO_PORTAL_URL')}:{self.ports.portal}"

    @property
    def backoffice_url(self) -> str:
        """Where the back office answers."""
        return f"http://{_host('SPORTELLO_BACKOFFICE_URL')}:{self.ports.backoffice}"

    @property
    def identity_url(self) -> str:
        """Where the demo identity providers answer: another host than the portal's, as in real life."""
        return f"http://127.0.0.1:{self.ports.identity}"

    def environment(self, application_url: str, owner_url: str) -> dict[str, str]:
        """The settings of every process of the demo, as environment variables."""
        return {
            "SPORTELLO_ENVIRONMENT": "demo",
            "DATABASE_URL": application_url,
            "DATABASE_OWNER_URL": owner_url,
            "SPORTELLO_PORTAL_URL": self.portal_url,
            "SPORTELLO_BACKOFFICE_URL": self.backoffice_url,
            "SPORTELLO_SECRET_KEY": self._key("secret"),
            "SPORTELLO_MASTER_KEYS": json.dumps({"demo": self._key("master")}),
            "SPORTELLO_FILE_STORE_URL": (self.path / "files").as_uri(),
            "SPORTELLO_SMTP_URL": f"smtp://127.0.0.1:{self.ports.smtp}",
            "SPORTELLO_SMS_URL": f"http://127.0.0.1:{self.ports.mail}/sms",
            "SPORTELLO_CIVIL_REGISTRY_PERSON_URL": f"{self.registry_url}/C001",
            "SPORTELLO_CIVIL_REGISTRY_HOUSEHOLD_URL": f"{self.registry_url}/C021",
            "SPORTELLO_CIVIL_REGISTRY_TOKEN": self._key("registry"),
            "SPORTELLO_LOG_JSON": "false",
            **further_settings(
                identity_settings(self.portal_url, self.identity_url, self.identity_keys, self.providers), os.environ
            ),
        }

    def write_settings(self, environment: Mapping[str, str]) -> None:
        """Keep the settings as a file too, so that other commands can be tried on the demo with SPORTELLO_CONFIG."""
        lines = [f"{_setting(name)} = {_value(value)}" for name, value in environment.items()]
        with _private(self.settings_file, os.O_TRUNC) as stream:
            stream.write("\n".join([*lines, ""]))

    @property
    def settings_file(self) -> Path:
        """The settings of the demo as TOML."""
        return self.settings / "demo.toml"

    def _make_key(self, name: str) -> None:
        file = self.settings / f"{name}.key"
        if not file.exists():
            with _private(file, os.O_EXCL) as stream:
                stream.write(base64.b64encode(secrets.token_bytes(32)).decode())

    def _key(self, name: str) -> str:
        return (self.settings / f"{name}.key").read_text()


def _host(variable: str) -> str:
    """The host of the address in ``variable`` where it is this machine: some acceptance tests take no `localhost`."""
    host = urlsplit(os.environ.get(variable, "")).hostname
    return host if host in HOSTS else LOCALHOST


def _private(file: Path, flag: int) -> IO[str]:
    """A new file that only its owner reads."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | flag, 0o600), "w")


def _setting(variable: str) -> str:
    return variable.removeprefix("SPORTELLO_").lower()


def _value(value: str) -> str:
    """``value`` in TOML: a string, or a table where it is a JSON object."""
    if not value.startswith("{"):
        return json.dumps(value)
    members = ", ".join(f"{json.dumps(key)} = {json.dumps(member)}" for key, member in json.loads(value).items())
    return f"{{ {members} }}"
