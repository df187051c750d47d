"""How a word sounds, roughly: what stays the same when people write down a name that they have heard."""

import re
from dataclasses import dataclass
from functools import lru_cache

# Longest first. Each folds spellings that different languages use for one sound, Italian ones first.
_SPELLINGS = (
    ("sch", "s"),
    ("tch", "k"),
    ("sh", "s"),
    ("zh", "s"),
    ("ch", "k"),
    ("ck", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "b"),
    ("dj", "i"),
    ("gn", "n"),
    ("gl", "l"),
    ("cz", "k"),
    ("ts", "s"),
    ("tz", "s"),
    ("sz", "s"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ij", "i"),
)
_LETTERS = str.maketrans({"q": "k", "c": "k", "x": "s", "z": "s", "w": "v", "y": "i", "j": "i", "h": None})
_TWICE = re.compile(r"(.)\1+")
_PATTERN = re.compile("|".join(spelling for spelling, _ in _SPELLINGS))
_FOLDED = dict(_SPELLINGS)
_SOFT = re.compile(r"[aeiouwy']")
_CONSONANTS = str.maketrans({"q": "k", "c": "k", "z": "s", "x": "s", "v": "f", "p": "b"})
_FOLDED_CONSONANTS = (("tch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "j"), ("kh", "k"), ("gh", "g"), ("ph", "f"))
_MORE_CONSONANTS = (("th", "t"), ("dh", "d"), ("bh", "b"), ("dj", "j"), ("ck", "k"), ("gi", "j"), ("ge", "j"))
FEWEST_CONSONANTS = 3
_MARK = "0"


@dataclass(frozen=True)
class Word:
    """A word of a name. ``sound`` folds spellings; ``consonants`` are what scripts without vowels write."""

    text: str
    sound: str
    consonants: frozenset[str]
    is_vowelless: bool = False


@lru_cache(maxsize=131_072)
def word(text: str, *, is_vowelless: bool = False) -> Word:
    """The word of lower-case Latin letters ``text``."""
    keys = {_skeleton(text)} if is_vowelless else consonants_of(text)
    return Word(text, sound_of(text), frozenset(key for key in keys if len(key) >= FEWEST_CONSONANTS), is_vowelless)


def sound_of(text: str) -> str:
    """Folds spellings of one sound, double letters and silent h: "Jossef", "Yosef" → "iosef"."""
    folded = _PATTERN.sub(lambda found: _FOLDED[found[0]], text).translate(_LETTERS)
    return _TWICE.sub(r"\1", folded) or text


def consonants_of(text: str) -> frozenset[str]:
    """The consonants, in one or two readings: "ch" is k or s.

    A vowel at the beginning leaves a mark, as Arabic writes it with a letter.
    """
    return frozenset(map(_bare, (text.replace("ch", "k"), text.replace("ch", "s"))))


def _bare(text: str) -> str:
    for spelling, folded in (*_FOLDED_CONSONANTS, *_MORE_CONSONANTS):
        text = text.replace(spelling, folded)
    return _skeleton(_TWICE.sub(r"\1", text))


def _skeleton(text: str) -> str:
    start = _MARK if _SOFT.match(text) else ""
    bare = _SOFT.sub("", text).translate(_CONSONANTS)
    return start + (bare.removesuffix("h") if len(bare) > 2 else bare)
