"""The addresses of the pages on which services are written."""

from uuid import UUID

PATH = "/servizi"
DRAFT = "/servizi/bozze/{draft_id:uuid}"


def draft_path(draft_id: UUID, rest: str = "") -> str:
    """The page of a draft, or one below it."""
    return f"{PATH}/bozze/{draft_id}{rest}"
