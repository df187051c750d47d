"""By what the notice of a message is known: written once, and read together with the message."""

from uuid import UUID


def notice_key(message_id: UUID) -> str:
    """The key of the letter that says "the office has written", without what it wrote."""
    return f"conversation:{message_id}"
