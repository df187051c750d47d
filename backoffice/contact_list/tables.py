"""The counts as tables, each number with the list it counts."""

from collections.abc import Mapping
from typing import Any

from backoffice.contact_list.choices import ListChoices
from domain.reception.queries.sheets.sheet_counts import SheetCounts
from domain.reception.terms.sheets import Dimension, Outcome
from web.locale import sentence, short_date
from web.pagination import PageLinks

LIST = "/accoglienza"
Rows = list[list[Any]]


def tables(
    counts: SheetCounts, choices: ListChoices, classes: Mapping[str, str], query: Mapping[str, str]
) -> dict[str, Rows]:
    """One table each for days, offices, channels, outcomes, classes of need, and the four sides of each need."""

    def linked(key: str, value: str, text: str, count: int) -> list[Any]:
        link = PageLinks(1, 1, LIST, {**query, "vista": "tutte", key: value}).url(1)
        return [text if counts.is_rounded else (text, link), count]

    offices = dict(choices.offices)
    return {
        "day": [[short_date(day), count] for day, count in counts.by_day],
        "office": [linked("ufficio", str(key), offices.get(str(key), "–"), count) for key, count in counts.by_office],
        "channel": [
            linked("canale", key, choices.channel_names.get(key, key), count) for key, count in counts.by_channel
        ],
        "outcome": [linked("esito", key, sentence(Outcome(key).label), count) for key, count in counts.by_outcome],
        "need": [linked("bisogno", key, str(classes.get(key, key)), count) for key, count in counts.by_need_class],
        "sides": [[classes.get(key, key), *(sides[side] for side in Dimension)] for key, sides in counts.need_sides],
    }
