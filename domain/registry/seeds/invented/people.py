"""Invents people, two at a time: every number has always the same two, who may be a couple in one home."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate
from random import Random
from typing import Any
from uuid import UUID

from stdnum.it.codicefiscale import calc_check_digit

from domain.registry.rules.naming.codes import DIGIT_PLACES, base_of
from domain.registry.seeds.codes import Sex, invented_codice_fiscale
from domain.registry.seeds.invented.names_italian import FAMILY_NAMES, MEN, WOMEN
from domain.registry.seeds.invented.names_world import ORIGINS, Origin, Spellings

SEED = "people of Valle Serena"
OLDEST, YOUNGEST = date(1928, 1, 1), date(2025, 12, 31)
COUPLES, PHONES, EMAILS, ALIASES = 0.4, 0.85, 0.3, 0.012
NATIVE_SCRIPT, DOUBLE_NAMES, OMOCODIA, FOREIGNERS_WITHOUT_CODE = 0.08, 0.12, 0.003, 0.04
_STREETS = """
    Garibaldi Mazzini Cavour Roma Dante Verdi Manzoni Marconi Matteotti Gramsci Carducci Leopardi Petrarca Volta
    Galilei Pascoli Foscolo Rossini Puccini Bellini Vivaldi Boccaccio Ariosto Tasso Colombo Vespucci Trento Trieste
    Gorizia Udine Venezia Verona Padova Mulini Castagni Olmi Tigli Pini Platani Gelsomini Ginestre Ortensie
"""
STREETS = tuple(_STREETS.split())
NICKNAMES = ("Nino", "Pina", "Cicci", "Lalla", "Momo", "Tito", "Pupa", "Gigi", "Memo", "Zizì", "Bobo", "Nuccia")
OMOCODIA_LETTERS = "LMNPQRSTUV"


@dataclass(frozen=True)
class Invented:
    """Somebody invented; ``place`` counts the enti over which they are spread. ``spellings`` are those of the names."""

    number: int
    place: int
    given_name: str
    family_name: str
    born_on: date
    sex: Sex
    citizenship: str
    language: str
    street: str
    alias: str = ""
    phone: str = ""
    email: str = ""
    codice_fiscale: str | None = None
    spellings: tuple[Spellings, Spellings] = ((), ())

    @cached_property
    def id(self) -> UUID:
        """Always the same for the same number."""
        return UUID(bytes=blake2b(f"{SEED} {self.number}".encode(), digest_size=16).digest(), version=4)


def _weights(count: int, shift: float) -> list[float]:
    return list(accumulate(1 / (rank + shift) ** 0.9 for rank in range(1, count + 1)))


_CUMULATED: dict[tuple[int, float], list[float]] = {}


def _chosen(rng: Random, among: Sequence[Any], shift: float = 3.0) -> Any:
    """One of the list: the nearer the beginning, the likelier, as names are in life (Zipf)."""
    key = len(among), shift
    sums = _CUMULATED.get(key) or _CUMULATED.setdefault(key, _weights(*key))
    return among[bisect(sums, rng.random() * sums[-1])]


def invented_people(count: int) -> Iterator[Invented]:
    """The first ``count`` of all invented people, each with a code that nobody else of them has."""
    given: Counter[str] = Counter()
    for pair in range((count + 1) // 2):
        for one in _two(pair):
            if one.number < count:
                yield _with_code(one, given)


def _two(pair: int) -> tuple[Invented, Invented]:
    rng = Random(f"{SEED} pair {pair}")
    first, second = _one(rng, pair * 2), _one(rng, pair * 2 + 1)
    if rng.random() < COUPLES:
        second = replace(second, place=first.place, street=first.street, phone=first.phone)
    return first, second


def _one(rng: Random, number: int) -> Invented:
    sex: Sex = "F" if rng.random() < 0.52 else "M"
    origin = _origin(rng)
    given, family = _italian(rng, sex) if origin is None else _foreign(rng, origin, sex)
    named = [_spelled(rng, given), _spelled(rng, family)]
    days = (YOUNGEST - OLDEST).days
    return Invented(
        number=number,
        place=rng.randrange(1 << 16),
        given_name=named[0],
        family_name=named[1],
        born_on=OLDEST + timedelta(days=int(days * min(rng.random() ** 0.8, 0.9999))),
        sex=sex,
        citizenship=origin.citizenship if origin else "IT",
        language=origin.language if origin else "it",
        street=f"Via {rng.choice(STREETS)} {rng.randint(1, 240)}",
        alias=rng.choice(NICKNAMES) if rng.random() < ALIASES else "",
        phone=f"333 {number % 10_000_000:07}" if rng.random() < PHONES else "",
        email=f"persona{number}@posta.example" if rng.random() < EMAILS else "",
        spellings=(given, family),
    )


def _origin(rng: Random) -> Origin | None:
    drawn = rng.randrange(1000)
    for origin in ORIGINS:
        drawn -= origin.share
        if drawn < 0:
            return origin
    return None


def _italian(rng: Random, sex: Sex) -> tuple[Spellings, Spellings]:
    names = WOMEN if sex == "F" else MEN
    given: str = _chosen(rng, names)
    if rng.random() < DOUBLE_NAMES:
        given = f"{given} {_chosen(rng, names, 8.0)}"
    return (given,), (_chosen(rng, FAMILY_NAMES, 20.0),)


def _foreign(rng: Random, origin: Origin, sex: Sex) -> tuple[Spellings, Spellings]:
    return _chosen(rng, origin.women if sex == "F" else origin.men), _chosen(rng, origin.families)


def _spelled(rng: Random, spellings: Spellings) -> str:
    """Mostly in Latin letters, as on documents; now and then in the script of the country."""
    latin = [one for one in spellings if one[0] < "Ͱ"]
    return rng.choice(spellings if rng.random() < NATIVE_SCRIPT else latin)


def _with_code(one: Invented, given: Counter[str]) -> Invented:
    """A code like the law's; people whose codes would be equal get letters for digits, the last digits first."""
    lot = one.id.int % 1_000_003 / 1_000_003
    if one.citizenship != "IT" and lot < FOREIGNERS_WITHOUT_CODE:
        return one
    latin = [next((way for way in ways if way[0] < "Ͱ"), "") for ways in one.spellings]
    names = [
        name if name and name[0] < "Ͱ" else other
        for name, other in zip((one.given_name, one.family_name), latin, strict=True)
    ]
    plain = invented_codice_fiscale(names[1], names[0], one.born_on, one.sex)
    base = base_of(plain)
    times = given[base]
    if not times and lot < OMOCODIA:  # whose homonym lives elsewhere
        times = given[base] = 1
    given[base] += 1
    return replace(one, codice_fiscale=with_omocodia(plain, times))


def with_omocodia(code: str, times: int) -> str:
    """The code with letters for digits: the binary figures of ``times`` say for which, the last digit first."""
    letters = list(code[:15])
    for bit, place in enumerate(reversed(DIGIT_PLACES)):
        if times >> bit & 1 and letters[place].isdigit():
            letters[place] = OMOCODIA_LETTERS[int(letters[place])]
    start = "".join(letters)
    return start + calc_check_digit(start)
