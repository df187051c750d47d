"""Words of correspondence."""

from enum import StrEnum

from domain.kernel.text import Text, _


class Channel(StrEnum):
    """By which way a message leaves; in the personal area it always is."""

    EMAIL = "email"
    SMS = "sms"

    @property
    def label(self) -> Text:
        """The channel as people read it."""
        return CHANNEL_LABELS[self]


CHANNEL_LABELS: dict[Channel, Text] = {Channel.EMAIL: _("E-mail"), Channel.SMS: _("SMS")}


class LetterStatus(StrEnum):
    """Where a letter is, all its deliveries together."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    UNDELIVERABLE = "undeliverable"


class DeliveryStatus(StrEnum):
    """Where one delivery is. WITHHELD: the person does not want to be reached this way, or it is not safe."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    WITHHELD = "withheld"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return DELIVERY_LABELS[self]


DELIVERY_LABELS: dict[DeliveryStatus, Text] = {
    DeliveryStatus.QUEUED: _("In attesa"),
    DeliveryStatus.SENT: _("Consegnato al fornitore"),
    DeliveryStatus.FAILED: _("Non riuscito"),
    DeliveryStatus.WITHHELD: _("Trattenuto: non è un contatto sicuro"),
}


class Answer(StrEnum):
    """What came of one attempt to deliver."""

    TAKEN = "taken"
    NOT_NOW = "not_now"
    NEVER = "never"


class Sort(StrEnum):
    """What a message is about, as far as a person chooses how to get it."""

    APPLICATIONS = "applications"
    APPOINTMENTS = "appointments"
    REMINDERS = "reminders"

    @property
    def label(self) -> Text:
        """The sort as people read it."""
        return SORT_LABELS[self]


SORT_LABELS: dict[Sort, Text] = {
    Sort.APPLICATIONS: _("Novità sulle tue domande"),
    Sort.APPOINTMENTS: _("Appuntamenti"),
    Sort.REMINDERS: _("Promemoria e scadenze"),
}


class ContactWay(StrEnum):
    """A way in which somebody may not want to be reached."""

    EMAIL = "email"
    SMS = "sms"
    CALL = "call"
    POST = "post"
    VISIT = "visit"

    @property
    def label(self) -> Text:
        """The way as people read it."""
        return WAY_LABELS[self]


WAY_LABELS: dict[ContactWay, Text] = {
    ContactWay.EMAIL: _("E-mail"),
    ContactWay.SMS: _("SMS"),
    ContactWay.CALL: _("Telefonate"),
    ContactWay.POST: _("Lettere a casa"),
    ContactWay.VISIT: _("Visite a casa"),
}
