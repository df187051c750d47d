"""Words of the civil registry: why it is asked, what it says otherwise, and what was decided."""

from enum import StrEnum

from domain.kernel.text import Text, _


class WatchReason(StrEnum):
    """Why the civil registry is asked every night how somebody is: what is open for them."""

    CASE = "case"
    APPLICATION = "application"
    SHEET = "sheet"
    UNCHECKED = "unchecked"


class DifferenceKind(StrEnum):
    """What the civil registry says otherwise than we do; in the order in which it must be looked at."""

    DEATH = "death"
    HOUSEHOLD = "household"
    RESIDENCE = "residence"
    IDENTITY = "identity"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return DIFFERENCE_LABELS[self]


class DifferenceStatus(StrEnum):
    """Where a difference stands; ``outdated``: one of the two has changed meanwhile, there is nothing to decide."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    OUTDATED = "outdated"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return DIFFERENCE_STATUS_LABELS[self]


class InquiryOutcome(StrEnum):
    """What became of a question to the civil registry; ``asked``: no answer was ever written down."""

    ASKED = "asked"
    FOUND = "found"
    NOBODY = "nobody"
    UNAVAILABLE = "unavailable"
    UNREADABLE = "unreadable"


DIFFERENCE_LABELS: dict[DifferenceKind, Text] = {
    DifferenceKind.DEATH: _("Morte"),
    DifferenceKind.HOUSEHOLD: _("Famiglia"),
    DifferenceKind.RESIDENCE: _("Residenza"),
    DifferenceKind.IDENTITY: _("Nome e nascita"),
}


DIFFERENCE_STATUS_LABELS: dict[DifferenceStatus, Text] = {
    DifferenceStatus.OPEN: _("Da decidere"),
    DifferenceStatus.ACCEPTED: _("Accettata"),
    DifferenceStatus.REFUSED: _("Non accettata"),
    DifferenceStatus.OUTDATED: _("Superata"),
}
