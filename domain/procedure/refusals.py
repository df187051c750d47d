"""Why something about a procedure is refused."""

from collections.abc import Sequence

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import Text, _


class NotYoursToDesign(NotAllowed):
    """Only those who run the ente or its plan design procedures."""

    default = _("Solo chi gestisce i servizi dell'ente può disegnare i procedimenti.")


class AlreadyPublished(Conflict):
    """A published version never changes."""

    default = _("Questa versione è già pubblicata. Per cambiarla, crea una nuova versione.")


class DraftChanged(Conflict):
    """A colleague saved the draft meanwhile."""

    default = _("Nel frattempo un collega ha cambiato la bozza. Guarda com'è adesso, poi salva di nuovo.")


class DraftExists(Conflict):
    """A procedure has one draft at a time."""

    default = _("C'è già una bozza di questo procedimento: continua quella.")


class StartIsNeeded(RuleBroken):
    """The state with which everything begins cannot be taken away."""

    default = _("Il procedimento comincia da qui. Prima scegli un altro inizio, nelle regole.")


class TooLarge(RuleBroken):
    """A drawing of so many states or transitions is nobody's any more."""

    default = _("Il procedimento ha già il massimo di stati o di passaggi. Togline uno, poi riprova.")


class NotSound(RuleBroken):
    """The procedure cannot be published as it is; ``findings`` say what is wrong and where."""

    default = _("Il procedimento non si può pubblicare così. Correggi i punti indicati.")

    def __init__(self, findings: Sequence[object]) -> None:
        self.findings = tuple(findings)
        super().__init__()


class AlreadyStarted(Conflict):
    """The subject has its proceeding already."""

    default = _("Il procedimento è già iniziato.")


class MovedMeanwhile(Conflict):
    """A colleague moved it meanwhile."""

    default = _("Nel frattempo un collega ha cambiato lo stato. Ricarica la pagina e riprova.")


class NotFromHere(Conflict):
    """The transition does not leave the present state."""

    default = _("Questo passaggio non si può fare adesso. Ricarica la pagina e riprova.")


class NotYourTransition(NotAllowed):
    """Who asks may see the proceeding, not make this transition."""

    default = _("Non puoi fare questo passaggio.")


class VisaPending(Conflict):
    """A supervisor has to answer first."""

    default = _("Prima il responsabile deve dare o rifiutare il visto.")


class VisaAnswered(Conflict):
    """The visa was given or refused before."""

    default = _("Qualcuno ha già risposto a questa richiesta di visto.")


class NotYourVisa(NotAllowed):
    """Only the head of an office gives or refuses a visa."""

    default = _("Solo il responsabile dell'ufficio può dare o rifiutare il visto.")


class DocumentsMissing(RuleBroken):
    """The transition wants documents of some kinds."""

    def __init__(self, kinds: Sequence[Text]) -> None:
        self.kinds = tuple(kinds)
        super().__init__(_("Manca un documento: %(kind)s.", kind=self.kinds[0]))


class SuspendedBefore(RuleBroken):
    """The law lets the term be suspended once."""

    default = _("Il termine è già stato fermato una volta. La legge non permette di fermarlo ancora.")


class NoticeRunning(RuleBroken):
    """The citizen may still answer the notice: the office cannot reject before (art. 10-bis)."""

    default = _("Il cittadino può ancora rispondere all'avviso. Prima di allora non si può dire no.")


class TermTooLong(RuleBroken):
    """The term is longer than the law lets the ente publish."""

    default = _("Il termine è troppo lungo. Oltre il limite serve una norma che lo permette.")


class NotSuspended(RuleBroken):
    """There is no request or notice that waits for an answer."""

    default = _("Non c'è nessuna richiesta che aspetta una risposta.")


class NotYoursToReassign(NotAllowed):
    """Only the head of an office gives a proceeding to somebody."""

    default = _("Solo il responsabile dell'ufficio può assegnare un procedimento.")
