"""The clues to look up for what was typed, in three rounds: as it sounds, one word nearby, every word nearby."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from math import comb, isqrt

from domain.registry.rules.naming import clues
from domain.registry.rules.naming.codes import START, births_in
from domain.registry.rules.naming.near import BEGINS, CONSONANTS, PREFIX, gaps, slips, slips_allowed
from domain.registry.rules.naming.sounds import Word
from domain.registry.rules.naming.typed import Slot, Typed
from domain.registry.rules.naming.variants import same_name

Sounds = Callable[[Slot], tuple[str, ...]]
NEAREST = 64
"""Words near a typed one that are looked up; those with fewer slips first."""
MOST_PAIRS = 4096
OTHER_VOWELS, BEGUN = 1.5, 1.2


@dataclass(frozen=True)
class Nearby:
    """The vocabulary around the typed words: by slot, sounds with their distance, nearest first."""

    of: Mapping[Slot, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, slot: Slot) -> tuple[str, ...]:
        """The sounds near one slot."""
        return self.of.get(slot, ())


def exact(slot: Slot) -> tuple[str, ...]:
    """How the typed word sounds, and the same name in other languages."""
    return tuple(sorted({sound for one in slot.words for sound in same_name(one)}))


def first_round(typed: Typed, _near: Nearby) -> list[int]:
    """Everything typed as it sounds: two words at a time, one alone only where nothing else was typed."""
    facts = [*_facts(typed)]
    found = list(facts)
    for slots in typed.readings:
        found += _pairs(slots, exact, exact)
        if typed.year:
            found += [clues.year_clue(sound, typed.year) for slot in slots for sound in exact(slot)]
        if len(slots) == 1 and not typed.year and not facts:
            found += [clues.word_clue(sound) for sound in exact(slots[0])]
    if typed.start:
        found.append(clues.start_clue(typed.start))
    return _unique(found)


def second_round(typed: Typed, near: Nearby) -> list[int]:
    """One of two words as it sounds, the other one nearby."""
    found: list[int] = []
    for slots in typed.readings:
        found += _pairs(slots, exact, near.__getitem__)
        found += _pairs(slots, near.__getitem__, exact)
        if typed.year:
            found += [clues.year_clue(sound, typed.year) for slot in slots for sound in near[slot]]
        if len(slots) == 1 and not typed.year:
            found += [clues.word_clue(sound) for sound in near[slots[0]]]
    return _unique(found)


def third_round(typed: Typed, near: Nearby) -> list[int]:
    """Both words nearby, the nearest first, and each typed word alone."""
    alone = [clues.word_clue(sound) for slot in typed.slots for sound in exact(slot)]
    ways = sum(comb(len(slots), 2) for slots in typed.readings)
    most = isqrt(MOST_PAIRS // ways) if ways else 0
    both = [
        number
        for slots in typed.readings
        for number in _pairs(slots, lambda slot: near[slot][:most], lambda slot: near[slot][:most])
    ]
    return _unique([*alone, *both])


def keys_near(slot: Slot, *, is_last: bool) -> set[str]:
    """The vocabulary keys around a typed word: slips, other vowels; of the last one, words that begin with it."""
    found: set[str] = set()
    for one in slot.words:
        found |= gaps(one.sound) | {CONSONANTS + key for key in one.consonants}
        if is_last and len(one.sound) >= PREFIX:
            found.add(BEGINS + one.sound[:PREFIX])
    return found


def nearest(slot: Slot, found: Mapping[str, Sequence[str]], *, is_last: bool) -> tuple[str, ...]:
    """The sounds of the vocabulary that are near the slot, nearest first; ``found`` are the sounds of each key."""
    known = set(exact(slot))
    near: dict[str, float] = {}
    for one in slot.words:
        for sound, distance in _near(one, found, is_last=is_last):
            if sound not in known:
                near[sound] = min(distance, near.get(sound, distance))
    return tuple(sorted(near, key=lambda sound: (near[sound], sound))[:NEAREST])


def _near(one: Word, found: Mapping[str, Sequence[str]], *, is_last: bool) -> Iterable[tuple[str, float]]:
    for sound in {sound for key in gaps(one.sound) for sound in found.get(key, ())}:
        most = slips_allowed(one.sound, sound)
        if most and (made := slips(one.sound, sound, most)) <= most:
            yield sound, made
    for key in one.consonants:
        yield from ((sound, OTHER_VOWELS) for sound in found.get(CONSONANTS + key, ()))
    if is_last and len(one.sound) >= PREFIX:
        begun = (sound for sound in found.get(BEGINS + one.sound[:PREFIX], ()) if sound.startswith(one.sound))
        yield from ((sound, BEGUN + len(sound) / 100) for sound in begun)


def _facts(typed: Typed) -> Iterable[int]:
    if typed.born_on:
        yield clues.date_clue(typed.born_on)
    if typed.code:
        yield clues.code_clue(typed.code)
        if typed.code[:START].isalpha():
            yield clues.start_clue(typed.code)
        yield from map(clues.date_clue, births_in(typed.code))
    if typed.phone:
        yield clues.phone_clue(typed.phone)
    if typed.email:
        yield clues.email_clue(typed.email)
    if typed.address:
        yield clues.address_clue(typed.address)


def _pairs(slots: Sequence[Slot], left: Sounds, right: Sounds) -> Iterable[int]:
    for one, other in combinations(slots, 2):
        for first, second in product(left(one), right(other)):
            yield clues.pair_clue(first, second)


def _unique(numbers: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(numbers))
