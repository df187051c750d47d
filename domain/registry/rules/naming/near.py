"""Words that differ by a slip of the finger, and the keys under which a vocabulary finds them by equality alone."""

from collections.abc import Iterator
from itertools import combinations

ONE_SLIP_FROM = 4
TWO_SLIPS_FROM = 7
LONGEST_KEYED = 14
PREFIX = 3
BEGINS, CONSONANTS = "^", "#"


def slips_allowed(first: str, second: str) -> int:
    """How many slips are believed between two sounds: none in short ones, two where both are long."""
    shorter, longer = sorted((len(first), len(second)))
    if shorter >= TWO_SLIPS_FROM:
        return 2
    return 1 if longer >= ONE_SLIP_FROM and shorter >= ONE_SLIP_FROM - 1 else 0


def gaps(sound: str) -> set[str]:
    """The sound, and what is left of it with as many letters taken out as slips are believed.

    Two sounds within those slips have one of these in common, so equality finds them.
    """
    short = sound[:LONGEST_KEYED]
    most = 2 if len(short) >= TWO_SLIPS_FROM else 1 if len(short) >= ONE_SLIP_FROM - 1 else 0
    return {short, *(left for taken in range(1, most + 1) for left in _without(short, taken))}


def vocabulary_keys(sound: str, consonants: frozenset[str]) -> set[str]:
    """Every key by which a vocabulary finds ``sound``: its gaps, its beginning, its consonants."""
    begins = {BEGINS + sound[:PREFIX]} if len(sound) >= PREFIX else set()
    return gaps(sound) | begins | consonant_keys(consonants)


def consonant_keys(consonants: frozenset[str]) -> set[str]:
    """The keys of the consonants alone: one sound may be written with several."""
    return {CONSONANTS + key for key in consonants}


def slips(first: str, second: str, most: int) -> int:
    """Letters added, left out, changed or swapped with their neighbour; ``most + 1`` stands for any more."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, one in enumerate(first, 1):
        latest, before, row = before, row, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one != other))
            if i > 1 and j > 1 and one == second[j - 2] and first[i - 2] == other:
                cost = min(cost, latest[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _without(text: str, taken: int) -> Iterator[str]:
    for kept in combinations(range(len(text)), len(text) - taken):
        yield "".join(text[place] for place in kept)
