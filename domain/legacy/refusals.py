"""Why something about an import is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class NotYourImport(NotAllowed):
    """Imports are for who administers the ente."""

    default = _("Le importazioni sono per chi amministra l'ente.")


class StageOver(Conflict):
    """The import has gone on meanwhile: a colleague, or the program, has done the next step."""

    default = _("Questa importazione nel frattempo è andata avanti. Ricarica la pagina.")


class NothingToWrite(RuleBroken):
    """The trial has found no row that may be written."""

    default = _("Non c'è nessuna riga da importare. Correggi gli errori e carica di nuovo il file.")


class FileGone(RuleBroken):
    """The term is over: rows and file are gone."""

    default = _("I dati del file non ci sono più. Carica di nuovo il file.")
