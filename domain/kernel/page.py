"""One page of a long answer: its rows, and how many there are in all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row_co = TypeVar("Row_co", covariant=True)

PAGE_SIZE = 25


@dataclass(frozen=True)
class Page(Generic[Row_co]):
    """Rows ``items`` of the page ``number`` (from 1), at most ``size`` a page, out of ``total``."""

    items: Sequence[Row_co]
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty answer has one."""
        return max(1, -(-self.total // self.size))

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return self.number < self.pages

    @property
    def has_previous(self) -> bool:
        """Whether there is a page before this one."""
        return self.number > 1


def offset_of(number: int, size: int = PAGE_SIZE) -> int:
    """How many rows come before the page ``number``; a number below 1 counts as the first page."""
    return (max(1, number) - 1) * size
