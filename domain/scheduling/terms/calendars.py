"""Words of calendars elsewhere."""

from enum import StrEnum

from domain.kernel.text import Text, _


class CalendarProblem(StrEnum):
    """Why the busy times of a calendar elsewhere were not read; those read before still hold."""

    NOT_FETCHED = "not_fetched"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> Text:
        """The problem as operators read it."""
        return PROBLEM_LABELS[self]


PROBLEM_LABELS: dict[CalendarProblem, Text] = {
    CalendarProblem.NOT_FETCHED: _("L'indirizzo non risponde, oppure risponde con un file troppo grande."),
    CalendarProblem.UNREADABLE: _("Il file che arriva non è un calendario che sappiamo leggere."),
}
