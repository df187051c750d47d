"""How much two records look like one person's, and why. Pure: the same two records always score the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from unicodedata import category, normalize

from stdnum.it.codicefiscale import calc_check_digit

from domain.kernel.codice_fiscale import LENGTH, PROVISIONAL_LENGTH
from domain.registry.rules.duplicate_reasons import DuplicateReason

CERTAIN = 100
WORTH_A_LOOK = 60
"""From here on a pair goes to the review list."""
WORTH_A_WORD = 50
"""From here on who is writing a new person down is told."""
DIFFERENT_PEOPLE = 40
"""Two different codici fiscali: however alike, no more than this."""

_DIGIT_PLACES = (6, 7, 9, 10, 12, 13, 14)
_OMOCODIA = str.maketrans("LMNPQRSTUV", "0123456789")
_LETTERS = str.maketrans("0123456789", "LMNPQRSTUV")
_SHORT = 5
_POINTS = {
    "same": ((85, 50, 30), DuplicateReason.SAME_NAME_AND_BIRTH, DuplicateReason.SIMILAR_NAME),
    "swapped": ((82, 45, 25), DuplicateReason.SWAPPED_NAMES, DuplicateReason.SWAPPED_NAMES),
    "alias": ((75, 55, 20), DuplicateReason.SAME_ALIAS, DuplicateReason.SAME_ALIAS),
    "similar": ((70, 38, 15), DuplicateReason.SIMILAR_NAME_AND_BIRTH, DuplicateReason.SIMILAR_NAME),
}


@dataclass(frozen=True)
class RecordFacts:
    """What is compared of a record; ``contacts`` and ``addresses`` as written, ``households`` by any sign of them."""

    given_name: str = ""
    family_name: str = ""
    alias: str = ""
    codice_fiscale: str | None = None
    born_on: date | None = None
    contacts: frozenset[str] = field(default_factory=frozenset)
    addresses: frozenset[str] = field(default_factory=frozenset)
    households: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Likeness:
    """From 0 (nothing in common) to 100 (one person), and the reasons, the strongest first."""

    score: int
    reasons: tuple[DuplicateReason, ...] = ()


def likeness(one: RecordFacts, other: RecordFacts) -> Likeness:
    """How much ``one`` and ``other`` look like one person's records."""
    if one.codice_fiscale and one.codice_fiscale == other.codice_fiscale:
        return Likeness(CERTAIN, (DuplicateReason.SAME_CODE, *_doubts(one, other)))
    codes = _plain(one.codice_fiscale), _plain(other.codice_fiscale)
    if codes[0] and codes[0] == codes[1]:
        return Likeness(CERTAIN - 2, (DuplicateReason.OMOCODIA, *_doubts(one, other)))
    score, reasons = _by_name(one, other)
    if not reasons:
        return Likeness(0)
    for reason, points in _in_common(one, other):
        score, reasons = score + points, (*reasons, reason)
    if codes[0] and codes[1]:
        return Likeness(min(score, DIFFERENT_PEOPLE), (*reasons, DuplicateReason.OTHER_CODE))
    return Likeness(min(score, CERTAIN - 5), reasons)


def are_different(code: str | None, other: str | None) -> bool:
    """Whether two codes are of two people: both are definitive, and not one with letters in the place of figures."""
    plain, another = _plain(code), _plain(other)
    return bool(plain and another and plain != another)


def is_provisional(code: str | None) -> bool:
    """Whether ``code`` stands in for a codice fiscale that is not known yet: it has 11 figures."""
    return code is not None and len(code) == PROVISIONAL_LENGTH


def omocodie(code: str) -> tuple[str, ...]:
    """Every form in which ``code`` may have been given: each figure, or the letter in its place; itself, if it is not.

    There are 128 of a definitive code.
    """
    plain = _plain(code)
    if plain is None:
        return (code,)
    places = [one + one.translate(_LETTERS) if at in _DIGIT_PLACES else one for at, one in enumerate(plain)]
    return tuple(form + calc_check_digit(form) for form in map("".join, product(*places)))


def reliability(code: str | None, *, is_doubtful: bool) -> int:
    """How much a record is to be trusted by its code: 3 definitive, 2 with a doubtful letter, 1 provisional, 0 none."""
    if code is None:
        return 0
    if is_provisional(code):
        return 1
    return 2 if is_doubtful else 3


def fold(name: str) -> str:
    """The letters of ``name`` without accents, capitals, blanks and signs: as two names are compared."""
    plain = "".join(letter for letter in normalize("NFKD", name.casefold()) if category(letter) != "Mn")
    return re.sub(r"[\W_]+", "", plain)


def _plain(code: str | None) -> str | None:
    """A definitive code without its check letter, with figures where omocodia has put letters; None for others."""
    if code is None or len(code) != LENGTH:
        return None
    letters = list(code[:-1])
    for place in _DIGIT_PLACES:
        letters[place] = letters[place].translate(_OMOCODIA)
    return "".join(letters)


def _by_name(one: RecordFacts, other: RecordFacts) -> tuple[int, tuple[DuplicateReason, ...]]:
    """The points of how the two are called, on one birthday, with one unknown, or on two different ones."""
    called = _alike(one, other)
    if called is None:
        return 0, ()
    (same_day, unknown, other_day), on_same_day, otherwise = _POINTS[called]
    if one.born_on is None or other.born_on is None:
        return unknown, (otherwise,)
    if one.born_on == other.born_on:
        return same_day, (on_same_day,)
    return other_day, (otherwise, *_doubts(one, other))


def _alike(one: RecordFacts, other: RecordFacts) -> str | None:
    names, others = (fold(one.given_name), fold(one.family_name)), (fold(other.given_name), fold(other.family_name))
    if all(names) and names == others:
        return "same"
    if all(names) and names == others[::-1]:
        return "swapped"
    if _is_alias(one, other):
        return "alias"
    if all((*names, *others)) and (_are_alike(names, others) or _are_alike(names, others[::-1])):
        return "similar"
    return None


def _doubts(one: RecordFacts, other: RecordFacts) -> tuple[DuplicateReason, ...]:
    differs = one.born_on is not None and other.born_on is not None and one.born_on != other.born_on
    return (DuplicateReason.OTHER_BIRTH,) if differs else ()


def _is_alias(one: RecordFacts, other: RecordFacts) -> bool:
    """The alias of one is the alias of the other, or how the other is called."""
    called = {fold(one.alias), fold(one.given_name + one.family_name)} - {""}
    known = {fold(other.alias), fold(other.given_name + other.family_name)} - {""}
    return bool({fold(one.alias)} & known - {""} or {fold(other.alias)} & called - {""})


def _in_common(one: RecordFacts, other: RecordFacts) -> Iterator[tuple[DuplicateReason, int]]:
    if one.contacts & other.contacts:
        yield DuplicateReason.SAME_PHONE, 16
    if one.addresses & other.addresses:
        yield DuplicateReason.SAME_ADDRESS, 12
    if one.households & other.households:
        yield DuplicateReason.SAME_HOUSEHOLD, 12
    if is_provisional(one.codice_fiscale) != is_provisional(other.codice_fiscale):
        yield DuplicateReason.PROVISIONAL_CODE, 6


def _are_alike(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return all(_slips(name, other) <= _allowed(name, other) for name, other in zip(names, others, strict=True))


def _allowed(name: str, other: str) -> int:
    return 1 if min(len(name), len(other)) <= _SHORT else 2


def _slips(name: str, other: str) -> int:
    """How many letters are missing, added, changed or exchanged with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(name, 1):
        earlier, before, row = before, row, [i]
        for j, another in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and name[i - 2] == another:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]
