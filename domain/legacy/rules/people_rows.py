"""A row of the people's file: what it says of somebody, as facts of the registry, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from stdnum.exceptions import ValidationError
from stdnum.it import codicefiscale

from domain.kernel.codice_fiscale import LENGTH
from domain.kernel.codice_fiscale import born_on as born_on_of
from domain.kernel.text import _
from domain.legacy.rules.headings import folded
from domain.legacy.rules.rows import UnderstoodRow, digest
from domain.registry.queries.bulk.arriving import ArrivingFact, problems_of
from domain.registry.terms import ContactKind, FactKind

NOT_BORN = _("La data di nascita deve ancora venire.")
NOT_DEAD = _("La data di morte deve ancora venire.")
DEAD_BEFORE = _("La data di morte viene prima della nascita.")
NO_FAMILY_NAME = _("Manca il cognome.")
NO_GIVEN_NAME = _("Manca il nome.")
TWICE = _("Questa persona è già nella riga %(number)s del file.")
OTHER_SEX = _("Nel codice fiscale il sesso è diverso.")
OTHER_BIRTH = _("Nel codice fiscale la data di nascita è diversa.")
FOREIGN_START = "Z"

_COLUMNS = {
    FactKind.RESIDENCE: {"street": "street", "postal_code": "postal_code", "city": "city"},
    FactKind.IDENTITY: {"given_name": "given_name", "family_name": "family_name", "sex": "sex"},
    FactKind.ALIAS: {"name": "alias"},
}


@dataclass(frozen=True)
class PersonRow:
    """Somebody as the file has them, where nothing is wrong."""

    codice_fiscale: str | None
    given_name: str
    family_name: str
    alias: str
    born_on: date | None
    facts: tuple[ArrivingFact, ...]


@dataclass(frozen=True)
class PersonKeys:
    """By what two rows of one file are of the same person; empty where the row does not say."""

    code: str
    external_id: str
    names: str

    def as_list(self) -> list[str]:
        """As it is kept."""
        return [self.code, self.external_id, self.names]


def person_row(row: UnderstoodRow, today: date, towns: Mapping[str, str]) -> PersonRow:
    """What the row says; problems and warnings are written on it. ``towns`` gives the code of a comune by its name."""
    said = row.said
    if not said.get("alias"):
        row.need("family_name", text=NO_FAMILY_NAME)
        row.need("given_name", text=NO_GIVEN_NAME)
    code = said.get("codice_fiscale")
    born_on = said.get("born_on") or (born_on_of(code, today) if code else None)
    _check_days(row, born_on, today)
    if code and len(code) == LENGTH:
        _compare(row, code, today)
    facts = _facts(said, born_on, today, towns)
    for fact in facts:
        for name, text in problems_of(fact).items():
            row.wrong(_COLUMNS.get(fact.kind, {}).get(name, fact.kind), text)
    return PersonRow(
        codice_fiscale=code,
        given_name=said.get("given_name", ""),
        family_name=said.get("family_name", ""),
        alias=said.get("alias", ""),
        born_on=born_on,
        facts=facts,
    )


def person_keys(row: UnderstoodRow, person: PersonRow) -> PersonKeys:
    """The signs by which the same person is seen twice in a file."""
    names = folded(person.given_name), folded(person.family_name or person.alias), person.born_on
    external_id = row.said.get("external_id", "")
    return PersonKeys(
        code=digest("code", person.codice_fiscale) if person.codice_fiscale else "",
        external_id=digest("external", external_id) if external_id else "",
        names=digest("names", *names) if person.born_on and names[1] else "",
    )


class SeenPeople:
    """The people of the rows before: who is there already."""

    def __init__(self) -> None:
        self._by_key: dict[str, int] = {}
        self._named: dict[str, list[tuple[int, str]]] = {}

    def earlier(self, keys: PersonKeys) -> int | None:
        """The row in which this person stands already; None when this is the first."""
        for key in (keys.code, keys.external_id):
            if key and key in self._by_key:
                return self._by_key[key]
        for number, code in self._named.get(keys.names, ()):
            if not (code and keys.code and code != keys.code):  # two codes are two people
                return number
        return None

    def add(self, number: int, keys: PersonKeys) -> None:
        """The row ``number`` is of this person."""
        for key in (keys.code, keys.external_id):
            if key:
                self._by_key.setdefault(key, number)
        if keys.names:
            self._named.setdefault(keys.names, []).append((number, keys.code))


def _check_days(row: UnderstoodRow, born_on: date | None, today: date) -> None:
    died_on = row.said.get("died_on")
    if born_on is not None and born_on > today:
        row.wrong("born_on", NOT_BORN)
    if died_on is not None and died_on > today:
        row.wrong("died_on", NOT_DEAD)
    elif died_on is not None and born_on is not None and died_on < born_on:
        row.wrong("died_on", DEAD_BEFORE)


def _compare(row: UnderstoodRow, code: str, today: date) -> None:
    """The code may be right and the rest wrong, or the other way round: somebody here will see."""
    try:
        sex = codicefiscale.get_gender(code)
    except ValidationError:
        return
    if (told := row.said.get("sex")) and told != sex:
        row.odd("sex", OTHER_SEX)
    born_on, written = row.said.get("born_on"), born_on_of(code, today)
    if (
        born_on
        and written
        and (born_on.month, born_on.day, born_on.year % 100)
        != (
            written.month,
            written.day,
            written.year % 100,
        )
    ):
        row.odd("born_on", OTHER_BIRTH)


def _facts(
    said: Mapping[str, Any], born_on: date | None, today: date, towns: Mapping[str, str]
) -> tuple[ArrivingFact, ...]:
    identity = {name: said.get(name, "") for name in ("given_name", "family_name", "sex")}
    places = {"born_on": born_on, "birthplace_code": said.get("birthplace", "")}
    facts = [ArrivingFact(FactKind.IDENTITY, identity | places)]
    if alias := said.get("alias"):
        facts.append(ArrivingFact(FactKind.ALIAS, {"name": alias}))
    if country := said.get("citizenship"):
        facts.append(ArrivingFact(FactKind.CITIZENSHIP, {"country": country}))
    if status := said.get("civil_status"):
        facts.append(ArrivingFact(FactKind.CIVIL_STATUS, {"status": status}, today))
    if home := {name: said[name] for name in ("street", "postal_code", "city") if name in said}:
        facts.append(ArrivingFact(FactKind.RESIDENCE, _home(home, towns), said.get("resident_since", today)))
    for channel, value in _reached(said):
        facts.append(ArrivingFact(FactKind.CONTACT, {"channel": channel, "value": value}, today))
    if died_on := said.get("died_on"):
        facts.append(ArrivingFact(FactKind.DEATH, {}, died_on))
    return tuple(facts)


def _home(home: dict[str, str], towns: Mapping[str, str]) -> dict[str, str]:
    code = towns.get(folded(home.get("city", "")), "")
    if (postal := home.get("postal_code", "")).isdigit():
        home["postal_code"] = postal.zfill(5)  # spreadsheets drop the zeros at the beginning
    return home | {"belfiore": "" if code.startswith(FOREIGN_START) else code}


def _reached(said: Mapping[str, Any]) -> list[tuple[ContactKind, str]]:
    found = [(ContactKind.PHONE, said[name]) for name in ("phone", "mobile") if name in said]
    found += [(ContactKind.EMAIL, said["email"])] if "email" in said else []
    return list(dict.fromkeys(found))
