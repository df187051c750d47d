"""Why something about messages can be refused."""

from domain.kernel.refusals import NotAllowed
from domain.kernel.text import _


class NotYoursToReach(NotAllowed):
    """Only the person and the desk say how the person is reached."""

    default = _("Lo può scegliere solo la persona, oppure l'ufficio insieme a lei.")


class NotYourWords(NotAllowed):
    """Only who administers the ente decides how it writes."""

    default = _("Lo può fare solo un amministratore dell'ente.")
