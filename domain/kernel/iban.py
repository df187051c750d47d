"""IBAN: the number of a bank account (ISO 13616), of any country, with its own check figures."""

import re

from stdnum import iban as standard
from stdnum.exceptions import ValidationError


def normalise(typed: str) -> str:
    """Capitals, without the blanks, dots and dashes people type."""
    return re.sub(r"[\s.\-]", "", typed).upper()


def check(typed: str) -> str:
    """The normalised IBAN; ``ValueError('iban')`` when it cannot be one."""
    try:
        return str(standard.validate(normalise(typed)))
    except ValidationError as refused:
        raise ValueError("iban") from refused


def shown(number: str) -> str:
    """In groups of four, as on a bank statement."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))
