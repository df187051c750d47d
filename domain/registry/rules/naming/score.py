"""How well somebody answers to what was typed, and why: from 0 (not at all) to 1 (everything, as it is written)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.registry.rules.naming.codes import base_of
from domain.registry.rules.naming.naming import NameKind, Naming, PersonName
from domain.registry.rules.naming.near import slips, slips_allowed
from domain.registry.rules.naming.sounds import Word
from domain.registry.rules.naming.typed import Slot, Typed
from domain.registry.rules.naming.variants import are_one_name
from domain.registry.terms.records import MatchReason

SAME_SOUND, SAME_NAME, NO_VOWELS, ONE_SLIP, TWO_SLIPS, OTHER_VOWELS, BEGUN = 0.96, 0.9, 0.9, 0.86, 0.72, 0.78, 0.75
BEGUN_FROM = 3
CODE_BEGUN = 0.9
ALIKE = 0.95
"""From here on a name counts as the same; below it is similar."""
NAMES_LEFT = 0.03
DATE_WEIGHT, YEAR_WEIGHT, SURE_WEIGHT = 1.5, 1.0, 3.0
CODE_SLIPS = 2
_NAME_REASONS = {NameKind.ALIAS: MatchReason.ALIAS, NameKind.FORMER: MatchReason.FORMER_NAME}


@dataclass(frozen=True)
class Score:
    """``value`` from 0 to 1; ``name`` is the one that answers best, where words were typed."""

    value: float
    reasons: tuple[MatchReason, ...] = ()
    name: PersonName | None = None


def score(typed: Typed, naming: Naming) -> Score:
    """The score of somebody known as ``naming`` for what was typed."""
    parts: list[tuple[float, float, MatchReason | None]] = []
    name: PersonName | None = None
    if typed.readings:
        value, name = max(
            ((_reading(slots, one), one) for slots in typed.readings for one in naming.names),
            key=lambda found: found[0],
            default=(0.0, None),
        )
        is_begun = typed.start is not None and any(code.startswith(typed.start) for code in naming.codes)
        value, name = (CODE_BEGUN, None) if is_begun and value < CODE_BEGUN else (value, name)
        parts.append((len(typed.slots), value, _name_reason(value, name) if name else MatchReason.CODE))
    if typed.born_on:
        parts.append((DATE_WEIGHT, *_born(typed.born_on, naming.born_on)))
    if typed.year:
        parts.append((YEAR_WEIGHT, *_year(typed.year, naming.born_on)))
    if typed.code:
        parts.append((SURE_WEIGHT, *_code(typed.code, naming.codes)))
    for value, known, reason in (
        (typed.phone, naming.phones, MatchReason.PHONE),
        (typed.email, naming.emails, MatchReason.EMAIL),
        (typed.address, naming.addresses, MatchReason.ADDRESS),
    ):
        if value:
            parts.append((SURE_WEIGHT, float(value in known), reason if value in known else None))
    whole = sum(weight for weight, *_ in parts)
    value = sum(weight * part for weight, part, _ in parts) / whole if whole else 0.0
    return Score(value, tuple(reason for _, part, reason in parts if reason and part), name)


@lru_cache(maxsize=200_000)
def similarity(typed: Word, known: Word) -> float:
    """How much a typed word is like one of a name."""
    if typed.text == known.text:
        return 1.0
    if typed.sound == known.sound:
        return SAME_SOUND
    if are_one_name(typed, known):
        return SAME_NAME
    return _likeness(typed, known)


def _likeness(typed: Word, known: Word) -> float:
    has_same_consonants = not typed.consonants.isdisjoint(known.consonants)
    if has_same_consonants and (typed.is_vowelless or known.is_vowelless):
        return NO_VOWELS
    most = slips_allowed(typed.sound, known.sound)
    made = min(slips(typed.sound, known.sound, most), slips(typed.text, known.text, most)) if most else 9
    if made == 1:
        return ONE_SLIP
    begun = _begun(typed.text, known.text)
    if has_same_consonants and slips(typed.sound, known.sound, 2) <= 2:
        return max(OTHER_VOWELS, begun)
    return max(TWO_SLIPS, begun) if made <= most else begun


def _begun(typed: str, known: str) -> float:
    if len(typed) < BEGUN_FROM or not known.startswith(typed):
        return 0.0
    return BEGUN + 0.2 * len(typed) / len(known)


def _reading(slots: tuple[Slot, ...], name: PersonName) -> float:
    """The mean of the words, each paired with the word most like it; a little less for words left over."""
    words = name.words
    found = sorted(
        (
            (max(similarity(one, known) for one in slot.words), place, target)
            for place, slot in enumerate(slots)
            for target, known in enumerate(words)
        ),
        key=lambda one: (-one[0], one[1:]),
    )
    taken: dict[int, float] = {}
    used: set[int] = set()
    for value, place, target in found:
        if value and place not in taken and target not in used:
            taken[place] = value
            used.add(target)
    left = max(0, len(name.counting) - len(used)) / max(1, len(name.counting))
    return max(0.0, sum(taken.values()) / len(slots) - NAMES_LEFT * left)


def _name_reason(value: float, name: PersonName) -> MatchReason:
    if name.kind in _NAME_REASONS:
        return _NAME_REASONS[name.kind]
    return MatchReason.NAME if value >= ALIKE - NAMES_LEFT else MatchReason.SIMILAR_NAME


def _born(typed: date, known: date | None) -> tuple[float, MatchReason | None]:
    if known is None:
        return 0.2, None
    if typed == known:
        return 1.0, MatchReason.BIRTH_DATE
    if typed.year == known.year and (typed.day, typed.month) == (known.month, known.day):
        return 0.8, MatchReason.SIMILAR_BIRTH_DATE
    same = (typed.day == known.day) + (typed.month == known.month) + (typed.year == known.year)
    return (0.6, MatchReason.SIMILAR_BIRTH_DATE) if same == 2 else (0.0, None)


def _year(typed: int, known: date | None) -> tuple[float, MatchReason | None]:
    if known is None:
        return 0.2, None
    if typed == known.year:
        return 1.0, MatchReason.BIRTH_YEAR
    return (0.5 if abs(typed - known.year) == 1 else 0.0), None


def _code(typed: str, known: tuple[str, ...]) -> tuple[float, MatchReason | None]:
    """Today's code comes first in ``known``; the others are those of before."""
    best: tuple[float, MatchReason | None] = (0.0, None)
    for place, code in enumerate(known):
        is_same = code == typed
        value, reason = 0.0, MatchReason.FORMER_CODE if place else MatchReason.CODE
        if is_same:
            value = 1.0 if place == 0 else 0.99
        elif base_of(code) == base_of(typed):
            value = 0.97
        elif len(typed) < len(code) and base_of(code).startswith(base_of(typed)):
            value = CODE_BEGUN
        elif (made := slips(base_of(typed), base_of(code), CODE_SLIPS)) <= CODE_SLIPS:
            value, reason = 0.85 - 0.1 * made, MatchReason.SIMILAR_CODE
        best = max(best, (value, reason), key=lambda one: one[0])
    return best
