"""Why something at the desk is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class NotAtThisDesk(NotAllowed):
    """Only who works at the desk does this."""

    default = _("Lo può fare solo chi lavora a questo sportello.")


class NotTheDeskHead(NotAllowed):
    """Only the head of the office or an administrator decides how its desk works."""

    default = _("Lo può fare solo il responsabile dell'ufficio o un amministratore dell'ente.")


class NotTheEnteAdmin(NotAllowed):
    """Only who administers the ente decides for all its desks."""

    default = _("Lo può fare solo un amministratore dell'ente.")


class DeskClosed(RuleBroken):
    """A thematic desk opens no sheets outside its days."""

    default = _("Questa iniziativa non è aperta oggi: non si possono aprire schede nuove.")


class AnonymousHasNoCase(RuleBroken):
    """Somebody who did not say who they are cannot be taken in charge."""

    default = _("La persona è anonima: il contatto conta nelle statistiche, ma non può diventare una cartella.")


class SheetNotWritable(Conflict):
    """A complete sheet is reopened before it is changed."""

    default = _("La scheda è completa. Riaprila prima di cambiarla.")


class SheetNotComplete(RuleBroken):
    """Only what is complete is passed on."""

    default = _("Completa la scheda prima di passarla ad altri.")


class SheetChangedMeanwhile(Conflict):
    """A colleague has saved the same sheet meanwhile."""

    default = _("Nel frattempo un collega ha salvato questa scheda. Ricarica la pagina e riprova.")


class AlreadyOnItsWay(Conflict):
    """The sheet waits for an answer there already."""

    default = _("Questa scheda aspetta già una risposta.")


class AlreadyAnswered(Conflict):
    """A colleague has answered before."""

    default = _("Qualcuno ha già risposto.")


class OfficeCannotKnow(RuleBroken):
    """The other office may not know of the person: sharing across enti is an act of its own."""

    default = _("L'altro ufficio non può vedere questa persona. Contattalo in un altro modo.")


class OnlyForSomebodyKnown(RuleBroken):
    """Papers and consents are about a person of whom we know who it is."""

    default = _("Serve una persona riconosciuta: questa scheda è anonima.")


class NobodyWaits(RuleBroken):
    """There is no number to call."""

    default = _("Adesso non aspetta nessuno.")


class NumberSettled(Conflict):
    """The number was called, served or gone before."""

    default = _("Questo numero è già passato. Guarda l'elenco di chi aspetta.")


class TooManyBoards(RuleBroken):
    """An office has as many screens open as it may."""

    default = _("Ci sono già troppi tabelloni aperti. Chiudi prima quelli che non usi.")
