"""Our keys in the federation, in a folder of their own: made once, rolled over without anybody noticing.

A key is announced first, then used, then retired: whoever keeps our older metadata meanwhile can go on.
"""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from domain.access.gateways.json_web_keys import Jwk, new_private_key, public_key_set

NAMES = {"federation": "sig", "signing": "sig", "encryption": "enc"}
"""What each key is called, and its use: federation signs statements, signing requests, encryption opens userinfo."""


class KeyStep(Exception):
    """A step of a roll-over out of turn; the text says which, for who runs the command."""


@dataclass(frozen=True)
class KeySlots:
    """One key through time: in use now, announced, and put aside."""

    current: Jwk = field(repr=False)
    upcoming: Jwk | None = field(default=None, repr=False)
    former: Jwk | None = field(default=None, repr=False)

    @property
    def all(self) -> list[Jwk]:
        """Every key that still counts, the current one first."""
        return [key for key in (self.current, self.upcoming, self.former) if key is not None]

    @property
    def announced(self) -> list[Jwk]:
        """The current and the next one."""
        return [key for key in (self.current, self.upcoming) if key is not None]


def make_keys(folder: Path) -> None:
    """Make our three keys in ``folder``, readable by us alone, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, use in NAMES.items():
        if not _file(folder, name).exists():
            _write(_file(folder, name), new_private_key(use=use))


def announce_next(folder: Path, name: str) -> None:
    """Make the next key and publish it beside the current one. Refuses KeyStep while another roll-over goes on."""
    for suffix in ("next", "old"):
        if _file(folder, name, suffix).exists():
            raise KeyStep(f"{name}: a roll-over is under way already")
    _write(_file(folder, name, "next"), new_private_key(use=NAMES[name]))


def adopt_next(folder: Path, name: str) -> None:
    """Use the next key from now on; the one in use is put aside. Refuses KeyStep when none was announced."""
    upcoming, current = _file(folder, name, "next"), _file(folder, name)
    if not upcoming.exists():
        raise KeyStep(f"{name}: announce the next key first")
    current.rename(_file(folder, name, "old"))
    upcoming.rename(current)


def retire_old(folder: Path, name: str) -> None:
    """Forget the key that was put aside. Refuses KeyStep when there is none."""
    former = _file(folder, name, "old")
    if not former.exists():
        raise KeyStep(f"{name}: no old key to retire")
    former.unlink()


def read_keys(folder: Path, name: str) -> KeySlots:
    """The key called ``name``, and those before and after it. OSError and ValueError where it cannot be read."""
    current = json.loads(_file(folder, name).read_text())
    return KeySlots(current, *(_optional(_file(folder, name, suffix)) for suffix in ("next", "old")))


def published(folder: Path) -> dict[str, list[Jwk]]:
    """The public halves for requests and userinfo. Of those for userinfo not the old one: nobody begins to use it."""
    return public_key_set(*read_keys(folder, "signing").all, *read_keys(folder, "encryption").announced)


def _file(folder: Path, name: str, suffix: str = "") -> Path:
    if name not in NAMES:
        raise KeyStep(f"there is no key called {name}")
    return folder / (f"{name}-{suffix}.jwk.json" if suffix else f"{name}.jwk.json")


def _optional(file: Path) -> Jwk | None:
    return json.loads(file.read_text()) if file.exists() else None


def _write(file: Path, key: Jwk) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        json.dump(key, stream)
