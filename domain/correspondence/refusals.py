"""Why something about messages can be refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class NotYoursToReach(NotAllowed):
    """Only the person and the desk say how the person is reached."""

    default = _("Lo può scegliere solo la persona, oppure l'ufficio insieme a lei.")


class NotYourWords(NotAllowed):
    """Only who administers the ente decides how it writes."""

    default = _("Lo può fare solo un amministratore dell'ente.")


class TooManyMessages(RuleBroken):
    """The person has written as often as the office can follow in a day."""

    default = _("Oggi hai già scritto molti messaggi. L'ufficio li legge tutti: scrivi ancora domani, oppure telefona.")


class ReadyAnswerExists(Conflict):
    """The ente has a ready answer of this name."""

    default = _("C'è già una risposta pronta con questo nome. Scegline un altro.")
