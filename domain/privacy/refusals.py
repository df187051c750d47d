"""Why something about the rights of people is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class AskTheOffice(NotAllowed):
    """This person's data is handed over by the office only, which looks first at who asks."""

    default = _("Per i dati di questa persona chiedi all'ufficio.")


class CopyUnderWay(RuleBroken):
    """A copy is being prepared already."""

    default = _("Stiamo già preparando una copia. Aspetta che sia pronta.")


class TooManyCopies(RuleBroken):
    """Three copies in a day are enough."""

    default = _("Oggi hai già chiesto tre copie. Riprova domani.")


class TooManyRectifications(RuleBroken):
    """Many requests wait for an answer already."""

    default = _("Hai già molte richieste che aspettano. Lascia il tempo all'ufficio di rispondere.")


class AlreadyAnswered(Conflict):
    """A colleague has answered meanwhile."""

    default = _("Qualcuno ha già risposto a questa richiesta.")


class AlreadyExtended(Conflict):
    """The term is made longer once only."""

    default = _("Il termine è già stato allungato una volta.")


class TermOver(RuleBroken):
    """More time is taken within the first month, or not at all (GDPR art. 12 par. 3)."""

    default = _("Il termine è passato: non si può più allungare. Rispondi adesso.")


class ValuesNeeded(RuleBroken):
    """A fact is put right by writing how it should stand."""

    default = _("Scrivi come deve essere il dato.")
