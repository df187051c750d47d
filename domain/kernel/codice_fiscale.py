"""Codice fiscale: the tax code that identifies a person (D.M. 23 December 1976), omocodia and provisional ones too."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.it import codicefiscale as standard

LENGTH = 16
PROVISIONAL_LENGTH = 11
WRONG_LETTER = "codice_fiscale_check"
LONGEST_SCAN = 300
_SCANNED = re.compile(r"(?=([A-Z]{6}[0-9L-NP-V]{2}[ABCDEHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]))")


def normalise(typed: str) -> str:
    """Upper case, without the blanks and dashes people type."""
    return "".join(typed.split()).replace("-", "").upper()


def check(typed: str) -> str:
    """The normalised code; ``ValueError`` with a machine-readable reason when it cannot be one.

    Reasons: ``codice_fiscale_length``, ``codice_fiscale_check`` (the last letter does not match),
    ``codice_fiscale_form``.
    """
    code = normalise(typed)
    if len(code) not in (LENGTH, PROVISIONAL_LENGTH):
        raise ValueError("codice_fiscale_length")
    try:
        return str(standard.validate(code))
    except InvalidChecksum as refused:
        raise ValueError(WRONG_LETTER) from refused
    except (InvalidLength, ValidationError) as refused:
        raise ValueError("codice_fiscale_form") from refused


def check_form(typed: str) -> str:
    """The normalised code, whatever its last letter; ``ValueError`` when it cannot be one otherwise."""
    try:
        return check(typed)
    except ValueError as refused:
        if str(refused) != WRONG_LETTER:
            raise
        return normalise(typed)


def is_doubtful(code: str | None) -> bool:
    """Whether the last letter of ``code`` does not match the others."""
    try:
        check(code or "")
    except ValueError as refused:
        return str(refused) == WRONG_LETTER
    return False


def scanned_in(text: str) -> str | None:
    """The code in what a reader has typed of a health card: its barcode, or its magnetic stripe with names around it.

    None when there is none with the right check letter, or when there are two different ones.
    """
    found = {code for code in _SCANNED.findall(text[:LONGEST_SCAN].upper()) if not _refused(code)}
    return found.pop() if len(found) == 1 else None


def _refused(code: str) -> bool:
    try:
        check(code)
    except ValueError:
        return True
    return False


def born_on(code: str, today: date) -> date | None:
    """The day of birth written in the code; None for provisional codes.

    The code has two figures of the year: the latest one not after ``today`` is meant, so people over a hundred
    need their day of birth from elsewhere.
    """
    if len(code) != LENGTH:
        return None
    day = standard.get_birth_date(code, minyear=today.year - 99)
    return day if day <= today else day.replace(year=day.year - 100)


CodiceFiscale = Annotated[str, AfterValidator(check)]
