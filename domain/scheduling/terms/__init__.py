"""Words of agendas and appointments."""

from enum import StrEnum

from domain.kernel.text import Text, _


class Manner(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"
    HOME = "home"

    @property
    def label(self) -> Text:
        """The manner as everybody reads it."""
        return MANNER_LABELS[self]


class Way(StrEnum):
    """Where an appointment was asked for; openings may be kept for some ways."""

    ONLINE = "online"
    PHONE = "phone"
    DESK = "desk"
    URGENT = "urgent"

    @property
    def label(self) -> Text:
        """The way as operators read it."""
        return WAY_LABELS[self]


class AppointmentState(StrEnum):
    """Where an appointment stands. An offered one holds its place until ``answer_by`` and is nobody's promise yet."""

    OFFERED = "offered"
    BOOKED = "booked"
    ARRIVED = "arrived"
    DONE = "done"
    ABSENT = "absent"
    CANCELLED = "cancelled"

    @property
    def label(self) -> Text:
        """The state as operators read it."""
        return STATE_LABELS[self]

    @property
    def is_standing(self) -> bool:
        """Whether the place is taken and the people are still expected, or there."""
        return self in STANDING


class ResourceKind(StrEnum):
    """What an appointment may need besides a place in an agenda."""

    OPERATOR = "operator"
    ROOM = "room"
    INTERPRETER = "interpreter"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return RESOURCE_LABELS[self]


STANDING = frozenset({AppointmentState.OFFERED, AppointmentState.BOOKED, AppointmentState.ARRIVED})
MANNER_LABELS: dict[Manner, Text] = {
    Manner.IN_PERSON: _("Di persona"),
    Manner.PHONE: _("Al telefono"),
    Manner.VIDEO: _("In videochiamata"),
    Manner.HOME: _("A casa tua"),
}
WAY_LABELS: dict[Way, Text] = {
    Way.ONLINE: _("Dal portale"),
    Way.PHONE: _("Al telefono con l'ufficio"),
    Way.DESK: _("Allo sportello"),
    Way.URGENT: _("Urgente, deciso dall'ufficio"),
}
STATE_LABELS: dict[AppointmentState, Text] = {
    AppointmentState.OFFERED: _("Proposto"),
    AppointmentState.BOOKED: _("Prenotato"),
    AppointmentState.ARRIVED: _("È arrivato"),
    AppointmentState.DONE: _("Fatto"),
    AppointmentState.ABSENT: _("Non è venuto"),
    AppointmentState.CANCELLED: _("Disdetto"),
}
RESOURCE_LABELS: dict[ResourceKind, Text] = {
    ResourceKind.OPERATOR: _("Operatore"),
    ResourceKind.ROOM: _("Stanza"),
    ResourceKind.INTERPRETER: _("Interprete o mediatore"),
}


def words_of(kind: type[StrEnum]) -> list[str]:
    """All the words of a kind, as columns keep them."""
    return [one.value for one in kind]
