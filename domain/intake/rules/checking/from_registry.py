"""The facts that the registry knows of somebody on a day, as requirements name them.

What the registry does not say is not known: nobody is without a disability because no paper of it was seen.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from domain.catalogue.terms import NO, YES
from domain.intake.rules.checking.known import INDICATOR, KnownFact
from domain.kernel.clock import day_of
from domain.registry.queries.facts.facts_of import FactRow
from domain.registry.queries.households.household_on import HouseholdSheet
from domain.registry.queries.isee.isee_records_of import IseeRow
from domain.registry.terms import FactKind

ADULT_AGE = 18
ITALY = "IT"
EU = frozenset((
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE",
    "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
))  # fmt: skip
"""The members of the European Union, by ISO 3166-1."""


def from_facts(rows: Iterable[FactRow], day: date, territory: Collection[str]) -> list[KnownFact]:
    """Age, home, citizenship, permit and disability on ``day``; ``territory``: the codes of its comuni."""
    found: list[KnownFact] = []
    countries: list[FactRow] = []
    for row in rows:
        said = row.value.said()
        match row.kind:
            case FactKind.IDENTITY if said.get("born_on"):
                found.append(_fact(row, "age", _years(said["born_on"], day)))
            case FactKind.RESIDENCE:
                found += _home(row, said, day, territory)
            case FactKind.CITIZENSHIP:
                countries.append(row)
            case FactKind.PERMIT:
                found.append(_fact(row, "has_permit", YES))
            case FactKind.DISABILITY:
                found.append(_fact(row, "has_disability_certificate", YES))
                found += [_fact(row, "has_severe_disability", YES)] if said.get("is_severe") else []
            case _:
                continue
    return [*found, *_citizenship(countries)]


def _home(row: FactRow, said: dict[str, Any], day: date, territory: Collection[str]) -> list[KnownFact]:
    """Nothing where the place has no code, or nobody has said which comuni the area has."""
    if not said.get("belfiore") or not territory:
        return []
    if said["belfiore"] not in territory:
        return [_fact(row, "is_resident", NO)]
    found = [_fact(row, "is_resident", YES), _fact(row, "lives_here", YES)]
    months = _months(row.starts_on, day) if row.starts_on else None
    return [*found, _fact(row, "months_of_residence", months)] if months is not None else found


def _citizenship(rows: list[FactRow]) -> list[KnownFact]:
    by_country = {str(row.value.said()["country"]): row for row in rows}
    for word, countries in (("it", (ITALY,)), ("eu", tuple(sorted(EU)))):
        row = next((by_country[one] for one in countries if one in by_country), None)
        if row is not None:
            return [_fact(row, "citizenship_kind", word)]
    return [_fact(row, "citizenship_kind", "non_eu") for row in rows[:1]]


def from_household(sheet: HouseholdSheet | None, day: date) -> list[KnownFact]:
    """How many live together, and how many of them are not eighteen yet, where every birthday is known."""
    if sheet is None or not sheet.members:
        return []
    source = (sheet.reference or sheet.members[0]).source.label
    people = [one for one in sheet.members if not one.is_dead]
    found = [KnownFact("household_size", len(people), source, day)]
    ages = [one.age_on(day) for one in people]
    if None not in ages:
        minors = sum(1 for age in ages if age is not None and age < ADULT_AGE)
        found.append(KnownFact("minors_in_household", minors, source, day))
    return found


def from_isee(row: IseeRow | None) -> list[KnownFact]:
    """The indicator in cents. Without a certificate nothing is known: the person may have one."""
    if row is None:
        return []
    day = row.declared_on or row.starts_on
    cents = int(row.amount * 100)
    said = (("has_isee", YES), (INDICATOR, cents))
    return [KnownFact(key, value, row.source.label, day, isee_kind=row.kind) for key, value in said]


def _fact(row: FactRow, key: str, value: str | int) -> KnownFact:
    return KnownFact(key, value, row.source.label, day_of(row.known_from))


def _years(born_on: date, day: date) -> int:
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _months(since: date, day: date) -> int | None:
    """Whole months; None when it has not begun."""
    months = (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)
    return months if months >= 0 else None
