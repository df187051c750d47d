"""A row understood, cell by cell, with what is wrong with it; and the keys by which rows find each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any
from uuid import UUID

from domain.kernel.text import Text, _
from domain.legacy.rules.cells import Reading, Wrong, understood
from domain.legacy.rules.fields import FIELDS
from domain.legacy.terms import ArchiveKind

CAME_FROM = _("%(source)s: riga %(number)s. Importazione %(id)s")
NEEDED_HERE = _("Manca questa risposta.")
NO_WAY_TO_KNOW = _("Manca il codice fiscale, o il numero della persona nel vecchio archivio.")


@dataclass(frozen=True)
class Remark:
    """Something to be said of a cell; ``column`` is its heading in the file, empty for the whole row."""

    column: str
    text: Text

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {"column": self.column, "msgid": self.text.msgid, "values": dict(self.text.values)}


@dataclass
class UnderstoodRow:
    """What a row says, by field: only what is there and right."""

    number: int
    columns: Mapping[str, str]
    said: dict[str, Any] = field(default_factory=dict)
    problems: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    def wrong(self, name: str, text: Text) -> None:
        """The field is wrong: the row is not written."""
        self.problems.append(Remark(self.columns.get(name, ""), text))

    def odd(self, name: str, text: Text) -> None:
        """The field is strange, but is believed."""
        self.warnings.append(Remark(self.columns.get(name, ""), text))

    def need(self, *names: str, text: Text = NEEDED_HERE) -> None:
        """One of ``names`` at least must be there, or be wrong already."""
        told = {remark.column for remark in self.problems}
        if not any(name in self.said or self.columns.get(name) in told for name in names):
            self.wrong(next((name for name in names if name in self.columns), ""), text)


def understood_row(
    kind: ArchiveKind, number: int, cells: Mapping[str, str], columns: Mapping[str, str], reading: Reading
) -> UnderstoodRow:
    """The row ``number``, whose ``cells`` are by heading; ``columns`` says which heading answers which field."""
    row = UnderstoodRow(number, columns)
    for one in FIELDS[kind]:
        cell = cells.get(columns.get(one.name, ""), "").strip()
        if not cell:
            continue
        try:
            row.said[one.name] = understood(one, cell, reading)
        except Wrong as wrong:
            row.wrong(one.name, wrong.text)
    return row


def digest(kind: str, *words: object) -> str:
    """A short sign that is the same for the same words."""
    return blake2b("\x1f".join([kind, *map(str, words)]).encode(), digest_size=10).hexdigest()


def came_from(source: str, number: int, import_id: UUID) -> str:
    """The reason beside what an import writes: which archive, which row, which import."""
    told = {"source": source, "number": number, "id": import_id}
    return str(Text(CAME_FROM.msgid, told))


def by_heading(headings: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The cells by heading; a row may be shorter than its headings."""
    return dict(zip(headings, cells, strict=False))
