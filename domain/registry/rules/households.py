"""What makes a household whole."""

from collections.abc import Sequence
from uuid import UUID

from domain.registry.terms import Kinship


def is_whole(members: Sequence[tuple[UUID, Kinship]]) -> bool:
    """Whether exactly one member is the reference person and nobody is there twice."""
    references = [person_id for person_id, kinship in members if kinship is Kinship.REFERENCE]
    return len(references) == 1 and len({person_id for person_id, _ in members}) == len(members)
