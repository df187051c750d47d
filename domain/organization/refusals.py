"""Why something about the organization is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class NotAnAdministrator(NotAllowed):
    """Only who administers this ente may change it."""

    default = _("Solo chi amministra questo ente può fare questa operazione.")


class EnteChangedMeanwhile(Conflict):
    """Somebody changed the ente after this page was opened."""

    default = _("Un collega ha cambiato questi dati dopo che hai aperto la pagina. Ricarica e riprova.")


class RoleTooWide(RuleBroken):
    """The role of ambito administrator is given in an office of an ambito, by who administers it."""

    default = _("Solo l'ambito può nominare un amministratore dell'ambito, in un proprio ufficio.")


class RoleEndsTooEarly(RuleBroken):
    """A role cannot end before it starts."""

    default = _("Il ruolo non può finire prima del giorno in cui inizia.")


class OwnAccess(RuleBroken):
    """Nobody turns off one's own access."""

    default = _("Non puoi disattivare te stesso. Chiedilo a un altro amministratore.")


class SlugTaken(Conflict):
    """Another ente answers at this address."""

    default = _("Un altro ente usa già questo indirizzo.")


class OfficeNameTaken(Conflict):
    """The ente has an office of this name."""

    default = _("L'ente ha già un ufficio con questo nome.")


class CodiceFiscaleTaken(Conflict):
    """Another operator has this codice fiscale."""

    default = _("Un altro operatore ha già questo codice fiscale.")


class EmailTaken(Conflict):
    """Another operator signs in with this e-mail."""

    default = _("Un altro operatore usa già questo indirizzo e-mail.")


class RoleAlreadyHeld(Conflict):
    """The operator has the same role in the same office on some of these days."""

    default = _("Questa persona ha già questo ruolo nell'ufficio, in alcuni di questi giorni.")


class CodeTaken(Conflict):
    """The list has this code already, for this ente, its ambito or everybody."""

    default = _("Questo codice c'è già. Scegline un altro, oppure riattiva quello.")


class CodeNotYours(RuleBroken):
    """The class and the common code of a code belong to who added it."""

    default = _("Di una voce che non è tua puoi cambiare solo le parole e il posto.")
