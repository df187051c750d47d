"""Words of the conversations between a person and an office."""

from enum import StrEnum

from domain.kernel.text import Text, _


class About(StrEnum):
    """What a conversation is about; each kind has one conversation for each matter."""

    APPLICATION = "application"
    CASE = "case"


class Side(StrEnum):
    """Who has written. NOTE: the office, for colleagues alone."""

    CITIZEN = "citizen"
    OFFICE = "office"
    NOTE = "note"


class ConversationStatus(StrEnum):
    """Whose turn it is. SET_ASIDE: the person has written the last word, and the office has said that this is well."""

    WAITING = "waiting"
    ANSWERED = "answered"
    SET_ASIDE = "set_aside"

    @property
    def label(self) -> Text:
        """The status as operators read it."""
        return STATUS_LABELS[self]


STATUS_LABELS: dict[ConversationStatus, Text] = {
    ConversationStatus.WAITING: _("Da rispondere"),
    ConversationStatus.ANSWERED: _("Risposta mandata"),
    ConversationStatus.SET_ASIDE: _("Non serve risposta"),
}

MOST_FILES = 5
"""Files of one message."""
LONGEST = 8000
"""Characters of one message."""
USUAL_LIMIT = 10
"""Messages that a citizen may send in a day about one matter, where the office has said nothing else."""
