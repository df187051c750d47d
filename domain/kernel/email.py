"""E-mail addresses, as people type them."""

import re
from typing import Annotated

from pydantic import AfterValidator

LONGEST = 254
_FORM = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}")


def check(typed: str) -> str:
    """The address in lower case, without blanks around it; ``ValueError('email')`` when it cannot be one."""
    address = typed.strip().lower()
    if len(address) > LONGEST or not _FORM.fullmatch(address):
        raise ValueError("email")
    return address


def check_or_empty(typed: str) -> str:
    """As ``check``; nothing typed stays nothing."""
    return check(typed) if typed.strip() else ""


Email = Annotated[str, AfterValidator(check)]
OptionalEmail = Annotated[str, AfterValidator(check_or_empty)]
