"""One line of the configuration doctor."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Finding:
    """What was looked at, what was found, and, where it is a problem, how to mend it. Never a secret."""

    area: str
    found: str
    mend: str = ""
    is_well: bool = True

    @classmethod
    def well(cls, area: str, found: str) -> Self:
        """A thing that is as it should be."""
        return cls(area, found)

    @classmethod
    def problem(cls, area: str, found: str, mend: str) -> Self:
        """A thing that must be mended, and how."""
        return cls(area, found, mend, is_well=False)

    def line(self) -> str:
        """The finding as people read it."""
        mark, mend = ("ok       ", "") if self.is_well else ("PROBLEMA ", f" → {self.mend}")
        return f"{mark} {self.area}: {self.found}{mend}"
