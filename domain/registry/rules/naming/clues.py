"""Clues: what of somebody is looked up by plain equality, each a number of 64 bits.

Two words together are one clue, so that common names ("Maria" and "Rossi") are never gone through one by one.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b
from itertools import combinations, product

from domain.registry.rules.naming.codes import START, base_of
from domain.registry.rules.naming.letters import forms_of
from domain.registry.rules.naming.naming import Naming, PersonName
from domain.registry.rules.naming.sounds import Word


def clue(kind: str, value: str) -> int:
    """The number that stands for ``value``; equal values of one kind have the same."""
    return int.from_bytes(blake2b(f"{kind} {value}".encode(), digest_size=8).digest(), "big", signed=True)


def word_clue(sound: str) -> int:
    """Somebody has this word in a name."""
    return clue("word", sound)


def pair_clue(first: str, second: str) -> int:
    """Somebody has both words in one name, in any order."""
    return clue("pair", " ".join(sorted((first, second))))


def year_clue(sound: str, year: int) -> int:
    """Somebody with this word in a name was born in ``year``."""
    return clue("year", f"{sound} {year}")


def date_clue(day: date) -> int:
    """Somebody was born on ``day``."""
    return clue("born", day.isoformat())


def code_clue(code: str) -> int:
    """Somebody has this code, whatever its check letter and omocodia."""
    return clue("code", base_of(code))


def start_clue(code: str) -> int:
    """Somebody's code begins with these six letters."""
    return clue("start", code[:START])


def phone_clue(number: str) -> int:
    """Somebody is reached at this number."""
    return clue("phone", number)


def email_clue(address: str) -> int:
    """Somebody is reached at this address."""
    return clue("email", address.lower())


def address_clue(address: str) -> int:
    """Somebody lives in this street, at this number: written as ``typed.address_in`` gives it back."""
    return clue("address", address)


def clues_of(naming: Naming) -> set[int]:
    """Every clue by which somebody is found."""
    found = {number for name in naming.names for number in _of_name(name, naming.born_on)}
    if naming.born_on:
        found.add(date_clue(naming.born_on))
    for code in naming.codes:
        found.add(code_clue(code))
        if code[:START].isalpha():
            found.add(start_clue(code))
    found.update(map(phone_clue, naming.phones))
    found.update(map(email_clue, naming.emails))
    found.update(map(address_clue, naming.addresses))
    return found


def pair_clues(name: PersonName) -> list[int]:
    """The clues of every two words of ``name`` together."""
    return [pair_clue(first.sound, second.sound) for first, second in _pairs(name)]


def sounds_of(naming: Naming) -> dict[str, frozenset[str]]:
    """The sounds of every word, with their consonants: for the vocabulary."""
    found: dict[str, frozenset[str]] = {}
    for name in naming.names:
        for one in name.words:
            found[one.sound] = found.get(one.sound, frozenset()) | one.consonants
    return found


def _of_name(name: PersonName, born_on: date | None) -> Iterator[int]:
    yield from (word_clue(one.sound) for one in name.words)
    yield from pair_clues(name)
    if born_on:
        yield from (year_clue(one.sound, born_on.year) for one in name.words)


def _pairs(name: PersonName) -> Iterable[tuple[Word, Word]]:
    given, given_as_one = forms_of(name.given)
    family, family_as_one = forms_of(name.family)
    yield from combinations((*given, *family), 2)
    yield from product(given_as_one, (*family, *family_as_one))
    yield from product(given, family_as_one)
