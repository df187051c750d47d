"""From what is typed, in any script, to plain Latin words."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from anyascii import anyascii

from domain.registry.rules.naming.sounds import Word, word

LONGEST = 300
_PARTICLES = (
    "abd|abdel|abdul|abu|al|ben|bin|d|da|dal|dalla|dalle|de|degli|dei|del|dell|della|delle|dello|den|der|des|di|dos|du|"
    "el|ibn|la|las|le|les|lo|los|ould|san|van|von|y"
)
PARTICLES = frozenset(_PARTICLES.split("|"))
_TOKEN = re.compile(r"[^\W\d_]+")
_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_ARTICLE = "ال"
_CAPITALS = re.compile(r"[A-Z][a-z]*|[a-z]+")
_ABJAD = {"sh": "s", "kh": "k", "gh": "g", "th": "t", "dh": "d"}
_VOWELLESS = ("ARABIC", "HEBREW", "SYRIAC")
_SYLLABLES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def script_of(letter: str) -> str:
    """The first word of the letter's name: LATIN, ARABIC, CYRILLIC, CJK."""
    return unicodedata.name(letter, "").partition(" ")[0]


@lru_cache(maxsize=65_536)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a name, one after the other, without accents, capitals and signs; particles are words too."""
    # combining vowel signs belong to their letter: splitting by letters alone would break Indian and Arabic words
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKC", text[:LONGEST]) if unicodedata.category(letter) != "Cf"
    )
    tokens = _TOKEN.findall(_APOSTROPHES.sub(" ", _joined_signs(plain)))
    return tuple(made for token in tokens for made in _words(token))


def is_particle(one: Word) -> bool:
    """Whether the word only leads to the next one: De, El, Van."""
    return one.text in PARTICLES


def joined(first: Word, second: Word) -> Word:
    """Two words written as one."""
    return word(first.text + second.text, is_vowelless=first.is_vowelless and second.is_vowelless)


@lru_cache(maxsize=65_536)
def forms_of(text: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words by which a name or surname is looked up: those that count, and pairs of neighbours written as one.

    Particles count only inside a pair, unless there is nothing else: "De Santis" is looked up as Santis and Desantis.
    """
    whole = words_of(text)
    counting = tuple(one for one in whole if not is_particle(one)) or whole
    pairs = [joined(first, second) for first, second in pairwise(whole)]
    if len(whole) == 3:
        pairs.append(joined(joined(whole[0], whole[1]), whole[2]))
    return tuple(dict.fromkeys(counting)), tuple(dict.fromkeys(pairs))


def _joined_signs(text: str) -> str:
    """Marks inside words (Indian vowels, Arabic short vowels) as letters, so that a word stays whole."""
    return "".join(_mark(letter) if unicodedata.category(letter).startswith("M") else letter for letter in text)


def _mark(sign: str) -> str:
    return "".join(letter for letter in anyascii(sign) if letter.isalpha())


def _words(token: str) -> list[Word]:
    scripts = {script_of(letter) for letter in token}
    if not scripts.isdisjoint(_VOWELLESS):
        bare = token.removeprefix(_ARTICLE) if len(token) > 4 else token
        return _made([_abjad(bare)], is_vowelless=True)
    latin = anyascii(token)
    if any(script.startswith(_SYLLABLES) for script in scripts):
        return _made(_CAPITALS.findall(latin), is_vowelless=False)
    return _made([latin], is_vowelless=False)


def _abjad(token: str) -> str:
    """Arabic and Hebrew words as consonants; a first letter that only carries a vowel becomes "a"."""
    letters = [anyascii(letter).lower() for letter in token.removesuffix("ة")]
    first = ["a"] if letters and not letters[0].isalpha() else []
    return "".join([*first, *(_ABJAD.get(letter, letter) for letter in letters)])


def _made(texts: list[str], *, is_vowelless: bool) -> list[Word]:
    bare = ("".join(letter for letter in text.lower() if "a" <= letter <= "z") for text in texts)
    return [word(text, is_vowelless=is_vowelless) for text in bare if text]
