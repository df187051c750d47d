"""One-time codes and the numbers of slips: they follow from an id and the secret key, so none is kept."""

import re
from datetime import timedelta
from typing import NamedTuple

from domain.access.rules.secrets import derived_token, fingerprint
from domain.kernel import email, mobile
from domain.registry.terms import ContactKind

CODE_LIFE = timedelta(minutes=10)
ACTIVATION_LIFE = timedelta(hours=48)
MOST_TRIES = 5
MOST_CODES_A_DAY = 20
RECIPIENT = "one-time code"
CODE_DIGITS = 6
NUMBER_DIGITS = 8


class Contact(NamedTuple):
    """A way to reach somebody, written in one form."""

    kind: ContactKind
    value: str


def contact_of(typed: str) -> Contact:
    """An e-mail address or a mobile number. ``ValueError`` (``email`` or ``mobile``) when it can be neither."""
    if "@" in typed:
        return Contact(ContactKind.EMAIL, email.check(typed))
    return Contact(ContactKind.PHONE, mobile.check(typed))


def contact_hash(key: bytes, contact: Contact) -> str:
    """What is kept of a contact whose codes open an account."""
    return fingerprint(key, f"contact {contact.kind} {contact.value}")


def code_of(key: bytes, code_id: str) -> str:
    """The six digits of the one-time code ``code_id``."""
    return _digits(derived_token(key, "one-time code", code_id), CODE_DIGITS)


def number_of(key: bytes, identification_id: str) -> str:
    """The eight digits on the slip of ``identification_id``."""
    return _digits(derived_token(key, "slip", identification_id), NUMBER_DIGITS)


def number_hash(key: bytes, number: str) -> str:
    """What is kept of a number of a slip, typed with blanks or without."""
    return fingerprint(key, f"slip {digits_of(number)}")


def digits_of(typed: str) -> str:
    """Only the digits of what was typed: people write codes in groups."""
    return re.sub(r"\D", "", typed)


def grouped(number: str) -> str:
    """In two halves, as it is read aloud: ``482 177``."""
    half = len(number) // 2
    return f"{number[:half]} {number[half:]}"


def _digits(token: str, count: int) -> str:
    return f"{int(token, 16) % 10**count:0{count}d}"
