"""What has become of people whose appointment falls into a closed time."""

from enum import StrEnum

from domain.kernel.text import Text, _


class ClosingOutcome(StrEnum):
    """Where somebody stands: not told yet, has a place offered, has answered or not, or the office has to call."""

    TO_TELL = "to_tell"
    ASKED = "asked"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SILENT = "silent"
    NO_PLACE = "no_place"

    @property
    def label(self) -> Text:
        """The outcome as operators read it."""
        return OUTCOME_LABELS[self]

    @property
    def needs_call(self) -> bool:
        """Whether the office has to call."""
        return self in (ClosingOutcome.REFUSED, ClosingOutcome.SILENT, ClosingOutcome.NO_PLACE)


OUTCOME_LABELS: dict[ClosingOutcome, Text] = {
    ClosingOutcome.TO_TELL: _("Da avvisare"),
    ClosingOutcome.ASKED: _("Avvisato, non ha ancora risposto"),
    ClosingOutcome.ACCEPTED: _("Ha accettato"),
    ClosingOutcome.REFUSED: _("Ha detto di no"),
    ClosingOutcome.SILENT: _("Non ha risposto in tempo"),
    ClosingOutcome.NO_PLACE: _("Avvisato, senza un altro orario"),
}
