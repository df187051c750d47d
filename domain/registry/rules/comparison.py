"""Two households side by side, member by member."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from domain.registry.terms import Kinship


class Compared(Protocol):
    """A member of a household."""

    @property
    def person_id(self) -> UUID:
        """Who."""
        ...

    @property
    def kinship(self) -> Kinship:
        """What to the reference person."""
        ...

    @property
    def is_cohabiting(self) -> bool:
        """Whether in the same home."""
        ...


M = TypeVar("M", bound=Compared)


@dataclass(frozen=True)
class ComparedMember(Generic[M]):
    """One person in the two households; None where the person is not a member."""

    left: M | None
    right: M | None

    @property
    def is_only_left(self) -> bool:
        """Whether the second household does not have this person."""
        return self.right is None

    @property
    def is_only_right(self) -> bool:
        """Whether the first household does not have this person."""
        return self.left is None

    @property
    def has_other_kinship(self) -> bool:
        """Whether the two say different things of what the person is to the reference person."""
        return self.left is not None and self.right is not None and self.left.kinship is not self.right.kinship

    @property
    def has_other_home(self) -> bool:
        """Whether only one of the two says that the person lives there."""
        if self.left is None or self.right is None:
            return False
        return self.left.is_cohabiting is not self.right.is_cohabiting

    @property
    def differs(self) -> bool:
        """Whether there is anything to look at."""
        return self.is_only_left or self.is_only_right or self.has_other_kinship or self.has_other_home


def compare(left: Sequence[M], right: Sequence[M]) -> list[ComparedMember[M]]:
    """Everybody of the two, each once: first in the order of the first household, then who is only in the second."""
    by_left = {member.person_id: member for member in left}
    by_right = {member.person_id: member for member in right}
    return [ComparedMember(by_left.get(key), by_right.get(key)) for key in {**by_left, **by_right}]


def lives_alone_with(members: Sequence[Compared], reference_id: UUID) -> bool:
    """Whether somebody else lives in the home of who is said to live alone."""
    return any(member.is_cohabiting and member.person_id != reference_id for member in members)
