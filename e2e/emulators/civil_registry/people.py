"""The invented people of the file, and how they are found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("people.json")


@dataclass(frozen=True)
class Resident:
    """Somebody, and the household they belong to."""

    person: Mapping[str, Any]
    household: Mapping[str, Any]


def residents(file: Path) -> list[Resident]:
    """Everybody in the file."""
    return [Resident(one, home) for home in json.loads(file.read_text(encoding="utf-8")) for one in home["members"]]


def found(file: Path, criteria: Mapping[str, Any]) -> list[Resident]:
    """Who answers to the criteria: the codice fiscale, or surname, name and day of birth, all of them."""
    if code := criteria.get("codiceFiscale"):
        return [one for one in residents(file) if one.person["codice_fiscale"] == code]
    wanted = {
        "family_name": criteria.get("cognome"),
        "given_name": criteria.get("nome"),
        "born_on": (criteria.get("datiNascita") or {}).get("dataEvento"),
    }
    return [one for one in residents(file) if all(_is(one.person[name], asked) for name, asked in wanted.items())]


def _is(known: str, asked: str | None) -> bool:
    return asked is not None and known.casefold() == asked.casefold()
