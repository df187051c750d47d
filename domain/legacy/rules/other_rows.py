"""Rows of households, sheets and cases: what must be there, and what cannot be."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from domain.kernel.text import _
from domain.legacy.rules.rows import UnderstoodRow
from domain.registry.terms import Kinship

STILL_TO_COME = _("Questo giorno deve ancora venire.")
REVERSED = _("L'ultimo giorno viene prima del primo.")
NO_KEY = _("Manca il numero del nucleo.")
NO_REFERENCE = _("In questo nucleo manca la persona di riferimento, o la sua riga ha un errore.")
TWO_REFERENCES = _("In questo nucleo ci sono due persone di riferimento.")


def check_member(row: UnderstoodRow, today: date) -> None:
    """Key and kinship are there, and the days are possible."""
    row.need("household_key", text=NO_KEY)
    row.need("kinship")
    starts_on, ends_on = row.said.get("starts_on"), row.said.get("ends_on")
    if starts_on and starts_on > today:
        row.wrong("starts_on", STILL_TO_COME)
    if ends_on and ends_on < (starts_on or today):
        row.wrong("ends_on", REVERSED)


def check_past(row: UnderstoodRow, name: str, today: date) -> None:
    """The day is there, and has been."""
    row.need(name)
    if (told := row.said.get(name)) and told > today:
        row.wrong(name, STILL_TO_COME)


def broken_households(rows: Iterable[tuple[int, str, str, bool]]) -> dict[int, bool]:
    """The rows, right in themselves, of households without exactly one reference person: whether it has two.

    ``rows``: number, household, kinship, whether the row is right. Only what is right counts.
    """
    homes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, home, kinship, is_right in rows:
        if home and is_right:
            homes[home].append((number, kinship))
    broken: dict[int, bool] = {}
    for members in homes.values():
        references = sum(kinship == Kinship.REFERENCE for _number, kinship in members)
        if references != 1:
            broken |= {number: references > 1 for number, _kinship in members}
    return broken
