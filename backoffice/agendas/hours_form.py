"""The rows of a week as fields of a form, and back: nothing that was typed is lost when a row comes or goes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from backoffice.procedures.drafts.pages import many
from domain.kernel.text import Text, _
from domain.scheduling.actions.agendas.start_week import StartWeek
from domain.scheduling.queries.agendas.agenda_sheet import OpeningRow
from domain.scheduling.terms import Manner, Way
from web.forms import Form, Typed

MOST_ROWS = 60
LISTS = ("manners", "ways")
PARTS = (
    "weekday",
    "opening_time",
    "closing_time",
    "step_minutes",
    "gap_minutes",
    "seats",
    "every_weeks",
    *LISTS,
    "released_hours",
)
NEW_ROW: dict[str, Typed] = {
    "step_minutes": "30",
    "gap_minutes": "0",
    "seats": "1",
    "every_weeks": "1",
    "manners": [Manner.IN_PERSON.value],
    "ways": [one.value for one in Way],
}
USUAL: dict[str, Typed] = {"rows": "1", **{f"row.0.{part}": value for part, value in NEW_ROW.items()}}
"""A week of which nothing is written yet: one row to fill in."""
SAID: dict[str, Text] = {
    "weekday": _("Scegli un giorno."),
    "opening_time": _("Scrivi un'ora, per esempio 9:00."),
    "closing_time": _("Scrivi un'ora, per esempio 12:30."),
    "step_minutes": _("Scrivi un numero da 5 a 480."),
    "gap_minutes": _("Scrivi un numero da 0 a 240."),
    "seats": _("Scrivi un numero da 1 a 200."),
    "every_weeks": _("Scrivi un numero da 1 a 8."),
    "manners": _("Scegli almeno un modo."),
    "ways": _("Scegli almeno una risposta."),
    "released_hours": _("Scrivi un numero di ore, oppure lascia vuoto."),
}


def shown_rows(rows: Sequence[OpeningRow]) -> dict[str, Typed]:
    """The stretches of a week as values of the fields ``row.<number>.<part>``."""
    values: dict[str, Typed] = {"rows": str(len(rows))}
    for number, one in enumerate(rows[:MOST_ROWS]):
        shown: dict[str, Typed] = {
            "weekday": str(one.weekday),
            "opening_time": f"{one.opening_time:%H:%M}",
            "closing_time": f"{one.closing_time:%H:%M}",
            "manners": [manner.value for manner in one.manners],
            "ways": [way.value for way in one.ways],
            "released_hours": "" if one.released_hours is None else str(one.released_hours),
        }
        shown |= {part: str(getattr(one, part)) for part in ("step_minutes", "gap_minutes", "seats", "every_weeks")}
        values |= {f"row.{number}.{part}": value for part, value in shown.items()}
    return values


def change_rows(form: Form[Any], removed: int | None) -> Form[Any]:
    """The same form with a row less, or one more at the end: a copy of the last, on the day after."""
    rows = _rows(form)
    if removed is not None:
        rows = [one for number, one in enumerate(rows) if number != removed]
    elif len(rows) < MOST_ROWS:
        rows.append(_next(rows[-1]) if rows else dict(NEW_ROW))
    kept = {name: value for name, value in form.values.items() if not name.startswith("row.")}
    kept["rows"] = str(len(rows))
    for number, one in enumerate(rows):
        kept |= {f"row.{number}.{part}": value for part, value in one.items()}
    form.values = kept
    return form


def week_sent(form: Form[Any], agenda_id: UUID) -> Form[Any]:
    """The command, or what is wrong beside each field."""
    given: dict[str, Any] = {"agenda_id": agenda_id, "seen_version": form.value("seen_version")}
    given["holds_from"] = form.value("holds_from")
    given["openings"] = [
        {part: many(value) if part in LISTS else value for part, value in row.items() if value != "" or part in LISTS}
        for row in _rows(form)
    ]
    try:
        form.command = StartWeek.model_validate(given)
    except ValidationError as refused:
        for error in refused.errors():
            place = [str(one) for one in error["loc"]]
            field = f"row.{place[1]}.{place[2]}" if place[0] == "openings" and len(place) > 2 else "holds_from"
            form.refuse({field: SAID.get(place[-1] if len(place) < 4 else place[2], _("Scegli un giorno."))})
    return form


def place_errors(form: Form[Any]) -> None:
    """What the action found wrong with a stretch goes beside its row."""
    form.errors = {
        f"row.{name.removeprefix('openings.')}" if name.startswith("openings.") else name: said
        for name, said in form.errors.items()
    }


def row_count(form: Form[Any]) -> int:
    """How many rows the form has, at most as many as a week may have."""
    told = str(form.value("rows"))
    return min(MOST_ROWS, int(told)) if told.isdecimal() and len(told) < 4 else 0


def _rows(form: Form[Any]) -> list[dict[str, Typed]]:
    return [{part: form.value(f"row.{number}.{part}") for part in PARTS} for number in range(row_count(form))]


def _next(row: dict[str, Typed]) -> dict[str, Typed]:
    day = str(row["weekday"])
    return row | {"weekday": str((int(day) + 1) % 7)} if day.isdecimal() else dict(row)
