"""Words for what somebody of a household does for another."""

from enum import StrEnum

from domain.kernel.text import Text, _


class Availability(StrEnum):
    """How far somebody of a household is there to help."""

    DAILY = "daily"
    WEEKLY = "weekly"
    EMERGENCY = "emergency"
    UNAVAILABLE = "unavailable"

    @property
    def label(self) -> Text:
        """The availability as operators read it."""
        return AVAILABILITY_LABELS[self]


class ContactMode(StrEnum):
    """How a person and somebody of the household keep in touch."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    SELDOM = "seldom"
    NEVER = "never"

    @property
    def label(self) -> Text:
        """The way as operators read it."""
        return CONTACT_MODE_LABELS[self]


AVAILABILITY_LABELS: dict[Availability, Text] = {
    Availability.DAILY: _("Può aiutare ogni giorno"),
    Availability.WEEKLY: _("Può aiutare ogni settimana"),
    Availability.EMERGENCY: _("Può aiutare solo in emergenza"),
    Availability.UNAVAILABLE: _("Non può aiutare"),
}

CONTACT_MODE_LABELS: dict[ContactMode, Text] = {
    ContactMode.IN_PERSON: _("Si vedono di persona"),
    ContactMode.REMOTE: _("Si sentono a distanza"),
    ContactMode.SELDOM: _("Si sentono poco"),
    ContactMode.NEVER: _("Non si sentono"),
}
