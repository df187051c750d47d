"""A file of invented people with planted faults, and the exact counts that a trial must find."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from random import Random

from domain.registry.seeds.invented.people import Invented, invented_people

HEADINGS = (
    "ID",
    "Cognome",
    "Nome",
    "Codice fiscale",
    "Data di nascita",
    "Sesso",
    "Cittadinanza",
    "Alias",
    "Indirizzo",
    "CAP",
    "Comune",
    "Telefono",
    "E-mail",
)
FAULTS = (
    "no family name",
    "no given name",
    "no such day",
    "not born yet",
    "wrong letter",
    "unknown sex",
    "unknown country",
    "twice",
    "too long",
    "postal code",
)
WARNED = "other sex"
BOM = "\ufeff"


@dataclass
class FaultyArchive:
    """The rows as texts, with the fault of each row number that has one (the headings are row 1)."""

    rows: list[list[str]] = field(default_factory=list)
    faults: dict[int, str] = field(default_factory=dict)
    warned: set[int] = field(default_factory=set)

    @property
    def counts(self) -> Counter[str]:
        """How many of each fault."""
        return Counter(self.faults.values())

    def as_csv(self) -> bytes:
        """As an old program would have written it: semicolons, UTF-8 with a mark."""
        return as_csv(HEADINGS, self.rows)


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A text file of these rows."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow(headings)
    writer.writerows(rows)
    return (BOM + written.getvalue()).encode()


def faulty_archive(count: int, *, share: float = 0.03, skipped: int = 0, city: str = "Borgo Prova") -> FaultyArchive:
    """``count`` rows, of which ``share`` have one fault each, in turn; the people after the first ``skipped`` ones.

    Of the same arguments the archive is always the same.
    """
    rng = Random(f"faulty archive {count} {share} {skipped}")  # noqa: S311 - lots, no secret
    made = FaultyArchive()
    people = list(islice(_written(skipped + count), skipped, None))
    wrong = sorted(rng.sample(range(1, count), round(count * share)))
    planted = dict(zip(wrong, cycle(FAULTS), strict=False))
    for place, one in enumerate(people):
        row = _row(one, city)
        if (fault := planted.get(place)) is not None:
            row = _spoilt(row, fault, next(made.rows[i] for i in range(place - 1, -1, -1) if i not in planted))
            made.faults[place + 2] = fault
        elif place % 200 == 7 and one.codice_fiscale:
            row[5] = "M" if one.sex == "F" else "F"
            made.warned.add(place + 2)
        made.rows.append(row)
    return made


def _written(count: int) -> Iterator[Invented]:
    """Invented people; who has no code yet is told apart by the key of the archive."""
    yield from invented_people(count)


def _row(one: Invented, city: str) -> list[str]:
    return [
        f"U{one.number:06}",
        one.family_name,
        one.given_name,
        one.codice_fiscale or "",
        one.born_on.strftime("%d/%m/%Y"),
        one.sex,
        one.citizenship,
        one.alias,
        one.street,
        "31010",
        city,
        one.phone,
        one.email,
    ]


def _spoilt(row: list[str], fault: str, earlier: list[str]) -> list[str]:
    """The row with one thing wrong in it."""
    code = row[3] or "RSSMRA80A01H501U"
    letter = "A" if code[-1] != "A" else "B"
    changes: dict[str, tuple[int, str]] = {
        "no family name": (1, ""),
        "no given name": (2, ""),
        "no such day": (4, "31/02/1980"),
        "not born yet": (4, "01/01/2999"),
        "wrong letter": (3, code[:15] + letter),
        "unknown sex": (5, "boh"),
        "unknown country": (6, "Atlantide"),
        "too long": (2, "x" * 101),
        "postal code": (9, "=1+1"),
    }
    if fault == "twice":
        return list(earlier)
    place, cell = changes[fault]
    spoilt = [*row[:place], cell, *row[place + 1 :]]
    return [*spoilt[:7], "", *spoilt[8:]] if fault.startswith("no ") and fault.endswith("name") else spoilt
