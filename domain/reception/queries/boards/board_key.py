"""The key of a screen: derived from its id, kept nowhere."""

import hmac
from uuid import UUID

from domain.platform.settings import settings
from domain.platform.tokens import derived_token

PURPOSE = "waiting room board"


def key_of(board_id: UUID) -> str:
    """What opens the screen: its id and a proof that we gave it."""
    return f"{board_id.hex}-{_proof(board_id)}"


def board_of(key: str) -> UUID | None:
    """The screen that ``key`` opens, if it is one that we gave."""
    number, _, proof = key.partition("-")
    try:
        board_id = UUID(hex=number)
    except ValueError:
        return None
    return board_id if hmac.compare_digest(proof.encode(), _proof(board_id).encode()) else None


def _proof(board_id: UUID) -> str:
    return derived_token(settings().secret, PURPOSE, str(board_id))
