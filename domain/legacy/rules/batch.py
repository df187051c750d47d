"""What the steps of one run of a job share: how the file is read, and who has been seen in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from domain.legacy.rules.cells import Reading
from domain.legacy.rules.people_rows import PersonKeys, SeenPeople
from domain.legacy.rules.rows import digest
from domain.legacy.terms import ArchiveKind

ABOUT = {ArchiveKind.MEMBERS: "member", ArchiveKind.CASES: "case"}


@dataclass
class Run:
    """Made once for each run of a job. ``seen`` are the people of the rows up to where the run is."""

    ambito_id: UUID
    reading: Reading
    towns: Mapping[str, str]
    seen: SeenPeople = field(default_factory=SeenPeople)
    rows_seen: dict[str, int] = field(default_factory=dict)

    def remember(self, kind: ArchiveKind, number: int, keys: Sequence[str]) -> None:
        """The row ``number`` was tried before the job was interrupted."""
        if len(keys) < 3:
            return
        if kind is ArchiveKind.PEOPLE:
            self.seen.add(number, PersonKeys(*keys))
        elif kind is ArchiveKind.SHEETS and keys[0]:
            self.rows_seen.setdefault(keys[0], number)
        elif kind in ABOUT and keys[1]:
            self.rows_seen.setdefault(digest(ABOUT[kind], keys[1]), number)
