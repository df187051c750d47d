"""Mobile telephone numbers, as people type them."""

import re

_ITALIAN = re.compile(r"3\d{8,9}")
_INTERNATIONAL = re.compile(r"\+[1-9]\d{7,14}")


def check(typed: str) -> str:
    """The number as ``+393331234567``; ``ValueError('mobile')`` when it cannot be one. Without prefix it is Italian."""
    digits = re.sub(r"[\s().\-/]", "", typed)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if _ITALIAN.fullmatch(digits):
        digits = f"+39{digits}"
    if not _INTERNATIONAL.fullmatch(digits):
        raise ValueError("mobile")
    return digits


def check_or_empty(typed: str) -> str:
    """As ``check``; nothing typed stays nothing."""
    return check(typed) if typed.strip() else ""
