"""Codes for who has lost the telephone: ten, of sixty bits each, without letters that look alike."""

import secrets

MANY = 10
FEW = 3
LENGTH = 12
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new_codes() -> list[str]:
    """Ten codes in groups of four, as they are printed."""
    return ["-".join(_piece() for _group in range(LENGTH // 4)) for _code in range(MANY)]


def _piece() -> str:
    return "".join(secrets.choice(ALPHABET) for _letter in range(4))


def plain(typed: str) -> str | None:
    """The code that was typed, in whatever case and with or without its dashes; None when it cannot be one."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum())
    return code if len(code) == LENGTH and all(letter in ALPHABET for letter in code) else None
