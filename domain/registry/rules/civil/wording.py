"""The same words written in two ways: the civil registry writes capitals, and accents as apostrophes."""

import re
from unicodedata import normalize

_FILLERS = frozenset({"n", "nr", "num", "numero", "int", "interno", "sc", "scala", "piano"})
_WORD = re.compile(r"[a-z0-9]+")
_PARTICLE = re.compile(
    r"(?<=\s)(?:Di|Dei|Del|Della|Delle|Degli|Dello|Da|Dal|E|Ed|Al|Alla|Alle|Ai|In|Sul|Sulla|Per)(?=\s)|(?<=\s)(?:D|Dell|All|Sull)(?=')"
)
_WORD_START = re.compile(r"(^|[^\w])(\w)")


def words_of(text: str) -> list[str]:
    """The words without accents, capitals and signs, so that TRAORE' and Traoré are one."""
    return _WORD.findall(_folded(text))


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings are of one name."""
    return _joined(one) == _joined(other)


def is_same_street(one: str, other: str) -> bool:
    """Whether two spellings are of one address: "Via Cavour 31, interno 6" and "VIA CAVOUR 31 INT. 6"."""
    return _house(one) == _house(other)


def in_ordinary_letters(text: str) -> str:
    """``text`` as people write it, when it came all in capitals; otherwise as it is, without double blanks."""
    plain = " ".join(text.split())
    if plain != plain.upper():
        return plain
    return _WORD_START.sub(lambda found: found[1] + found[2].upper(), plain.lower())


def place_in_ordinary_letters(text: str) -> str:
    """The same for streets and towns, with the small words small: VIA DEI TIGLI is Via dei Tigli."""
    plain = " ".join(text.split())
    if plain != plain.upper():
        return plain
    return _PARTICLE.sub(lambda found: found[0].lower(), in_ordinary_letters(plain))


def _folded(text: str) -> str:
    plain = normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if ord(letter) < 128 or letter.isalnum()).replace("'", "")


def _joined(text: str) -> str:
    return "".join(words_of(text)) or "".join(_folded(text).split())


def _house(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in _FILLERS]
