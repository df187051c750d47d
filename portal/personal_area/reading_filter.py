"""Which readings the citizen wants to see, as the address of the page says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from domain.kernel.text import Text, _
from domain.privacy.queries.readings_of import ReadingFilter

OTHERS = "altri"


@dataclass(frozen=True)
class AskedReadings:
    """The filter, what was typed for it, and what of it could not be understood."""

    readings: ReadingFilter
    query: dict[str, str] = field(default_factory=dict)
    problems: dict[str, Text] = field(default_factory=dict)


def chosen_by(typed: Mapping[str, str]) -> AskedReadings:
    """The filter of ``?ufficio=…&dal=…&al=…``; what cannot be understood filters nothing, and is told."""
    query = {name: typed[name] for name in ("ufficio", "dal", "al") if typed.get(name)}
    office, days, problems = query.get("ufficio", ""), dict[str, date](), dict[str, Text]()
    for name in ("dal", "al"):
        if name in query:
            try:
                days[name] = date.fromisoformat(query[name])
            except ValueError:
                problems[name] = _("Scrivi una data, per esempio 27 marzo 1948.")
    readings = ReadingFilter(_id(office), office == OTHERS, days.get("dal"), days.get("al"))
    return AskedReadings(readings, query, problems)


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
