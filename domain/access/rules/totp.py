"""Codes of the second factor (TOTP, RFC 6238): six digits that change every half minute, each good once."""

import segno
from pyotp import random_base32
from pyotp.totp import TOTP

STEP_SECONDS = 30
SEALED_FOR = "totp"
SECRET_LENGTH = 32  # base32 letters: 160 bits
ISSUER = "Sportello Sociale"
QR_BORDER = 2
QR_SCALE = 5


def new_secret() -> str:
    """A secret of 160 bits, in base32."""
    return random_base32(SECRET_LENGTH)


def accepted_step(secret: str, code: str, now: int, last_step: int) -> int | None:
    """The time step that ``code`` stands for; None when it is wrong or ``last_step`` has reached that step already.

    ``now`` are seconds since 1970. The clock of a telephone may be half a minute off either way; blanks do not count.
    """
    digits, present, totp = "".join(code.split()), now // STEP_SECONDS, TOTP(secret)
    if not (digits.isascii() and digits.isdigit()):
        return None
    for step in (present - 1, present, present + 1):
        if step > last_step and totp.verify(digits, for_time=step * STEP_SECONDS):
            return step
    return None


def address_of(secret: str, name: str) -> str:
    """The ``otpauth:`` address that an app reads from the QR code."""
    return TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def qr_code(address: str) -> str:
    """The QR code of ``address`` as a data address for an image: it is never a file and never in a cache."""
    return segno.make(address, error="m").svg_data_uri(scale=QR_SCALE, border=QR_BORDER, dark="#000", light="#fff")


def in_groups(secret: str) -> str:
    """The secret in groups of four, to be typed by hand."""
    return " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
