"""Why something about an application is refused."""

from domain.kernel.refusals import Conflict, RuleBroken
from domain.kernel.text import _


class AlreadySubmitted(Conflict):
    """The application has left; it is no longer a draft."""

    default = _("Hai già inviato questa domanda.")


class DraftChanged(Conflict):
    """The draft was changed from another window or device after this page was opened."""

    default = _("Hai cambiato questa domanda da un'altra finestra o da un altro telefono.")


class ApplicationIncomplete(RuleBroken):
    """Answers or documents are missing."""

    default = _("Mancano delle risposte. Completa i passi segnati e poi invia la domanda.")


class NotUnderWay(RuleBroken):
    """The application is not in a state in which this can be done."""

    default = _("Questa operazione non si può più fare su questa domanda.")


