"""Codici fiscali as people remember them: whole or begun, with letters for digits (omocodia), or one letter wrong."""

import re
from datetime import date

from domain.kernel.codice_fiscale import LENGTH, PROVISIONAL_LENGTH, normalise

OMOCODIA = str.maketrans("LMNPQRSTUV", "0123456789")
DIGIT_PLACES = (6, 7, 9, 10, 12, 13, 14)
START = 6
_MONTHS, _DAYS_ADDED_FOR_WOMEN = "ABCDEHLMPRST", 40
SHORTEST_BEGUN = 7
_DIGIT = "[0-9LMNPQRSTUV]"
_BEGUN = re.compile(rf"[A-Z]{{6}}{_DIGIT}{{1,2}}([ABCDEHLMPRST]({_DIGIT}{{1,2}}([A-Z]{_DIGIT}{{0,3}}[A-Z]?)?)?)?")
_PROVISIONAL = re.compile(r"\d{11}")


def base_of(code: str) -> str:
    """The code without its check letter, with digits where omocodia puts letters; a provisional one stays as it is."""
    if len(code) < START or not code[:START].isalpha():
        return code
    letters = list(code[: LENGTH - 1])
    for place in DIGIT_PLACES:
        if place < len(letters):
            letters[place] = letters[place].translate(OMOCODIA)
    return "".join(letters)


def code_in(token: str) -> str | None:
    """The code that a typed word is, or is the beginning of (at least 7 letters and digits); None when it is none."""
    code = normalise(token)
    if len(code) == PROVISIONAL_LENGTH and _PROVISIONAL.fullmatch(code):
        return code
    if not SHORTEST_BEGUN <= len(code) <= LENGTH or not _BEGUN.fullmatch(code):
        return None
    is_name = len(code) < LENGTH and code.isalpha()  # "Giuseppina" has the letters of a code with omocodia
    return None if is_name else code


def looks_like_code(token: str) -> str | None:
    """The typed word of 15 to 17 letters and digits, mixed, that may be a code with a slip in it; else None."""
    code = normalise(token)
    is_mixed = any(map(str.isdigit, code)) and any(map(str.isalpha, code))
    return code if code.isalnum() and code.isascii() and is_mixed and abs(len(code) - LENGTH) <= 1 else None


def births_in(code: str) -> list[date]:
    """The days of birth that a whole code may mean, one a century; none when its figures are no day."""
    base = base_of(code)
    if len(base) < 11 or not (base[6:8].isdigit() and base[9:11].isdigit() and base[8] in _MONTHS):
        return []
    day, month = int(base[9:11]) % _DAYS_ADDED_FOR_WOMEN, _MONTHS.index(base[8]) + 1
    found = []
    for century in (1900, 2000):
        try:
            found.append(date(century + int(base[6:8]), month, day))
        except ValueError:
            continue
    return found
