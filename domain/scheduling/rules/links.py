"""The signed address of an appointment, and the small second proof that it asks for. Nothing of it is kept."""

import hmac
import unicodedata
from datetime import datetime, timedelta
from uuid import UUID

from domain.platform.tokens import derived_token

PROOF_LETTERS = 3
LINK_LIFE = timedelta(days=30)
"""How long after an appointment its address still opens."""
_ID, _SIGN = 32, 32


def link_token(key: bytes, appointment_id: UUID) -> str:
    """The last part of the address of an appointment: its id, signed."""
    return appointment_id.hex + derived_token(key, "appointment link", str(appointment_id))[:_SIGN]


def appointment_of(key: bytes, token: str) -> UUID | None:
    """The appointment whose address ends in ``token``; None when nobody of ours has signed it."""
    if len(token) != _ID + _SIGN:
        return None
    try:
        appointment_id = UUID(hex=token[:_ID])
    except ValueError:
        return None
    return appointment_id if hmac.compare_digest(token.encode(), link_token(key, appointment_id).encode()) else None


def proof_of(key: bytes, appointment_id: UUID, family_name: str) -> str:
    """What a browser keeps that has shown it knows the surname: good for this appointment alone."""
    return derived_token(key, "appointment proof", f"{appointment_id} {letters_of(family_name)}")


def letters_of(name: str) -> str:
    """The first letters of a name, without accents, blanks and capitals: people write names in many ways.

    Names in other alphabets count as they are written.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in plain if one.isalpha())[:PROOF_LETTERS]


def is_right(typed: str, family_name: str) -> bool:
    """Whether what was typed are the first letters of the surname; nothing is right where there is no surname."""
    wanted = letters_of(family_name)
    return bool(wanted) and hmac.compare_digest(letters_of(typed).encode(), wanted.encode())


def is_over(ends_at: datetime, now: datetime) -> bool:
    """Whether the address of an appointment opens no longer."""
    return now > ends_at + LINK_LIFE
