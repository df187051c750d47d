"""Codici fiscali of people who do not exist, with a right check letter.

Each has the birthplace code Z999, which the list of places (Belfiore) gives to no comune and to no state: so no
living person can have one of these codes, while every rule on their form accepts them.
"""

from datetime import date
from typing import Literal
from unicodedata import normalize

from stdnum.it.codicefiscale import calc_check_digit

NOWHERE = "Z999"
Sex = Literal["F", "M"]

_MONTHS = "ABCDEHLMPRST"
_VOWELS = "AEIOU"
_DAYS_ADDED_FOR_WOMEN = 40


def invented_codice_fiscale(family_name: str, given_name: str, born_on: date, sex: Sex) -> str:
    """The code of somebody invented (D.M. 23 December 1976), born nowhere."""
    day = born_on.day + (_DAYS_ADDED_FOR_WOMEN if sex == "F" else 0)
    birth = f"{born_on.year % 100:02}{_MONTHS[born_on.month - 1]}{day:02}{NOWHERE}"
    start = _family(family_name) + _given(given_name) + birth
    return start + calc_check_digit(start)


def _letters(name: str) -> tuple[str, str]:
    plain = [letter for letter in normalize("NFD", name.upper()) if "A" <= letter <= "Z"]
    consonants = "".join(letter for letter in plain if letter not in _VOWELS)
    return consonants, "".join(letter for letter in plain if letter in _VOWELS)


def _family(name: str) -> str:
    consonants, vowels = _letters(name)
    return f"{consonants}{vowels}XXX"[:3]


def _given(name: str) -> str:
    consonants, vowels = _letters(name)
    if len(consonants) > 3:
        return consonants[0] + consonants[2] + consonants[3]
    return f"{consonants}{vowels}XXX"[:3]
