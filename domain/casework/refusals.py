"""Why something about a case is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import Text, _


class AlreadyInCharge(Conflict):
    """Somebody has taken charge of the case before."""

    default = _("Un collega ha già preso in carico questo caso.")


class NotACaseRole(NotAllowed):
    """Only the professions that follow cases do this."""

    default = _("Lo può fare solo chi segue il caso: per esempio un assistente sociale o un educatore.")


class NoReasonForIsee(NotAllowed):
    """Nobody waits for an answer, and there is no open case: then there is no reason to look at somebody's means."""

    def __init__(self) -> None:
        # said on the page: who may see the person may know why the means stay closed
        super().__init__(_("L'ISEE si vede solo se la persona ha una domanda o un caso aperto."))


class NotThisPaper(RuleBroken):
    """The paper is not among those of the person."""

    default = _("Scegli un documento di questa persona.")


class NotAPlanHead(NotAllowed):
    """Only heads of an office answer for a visa."""

    default = _("Lo può fare solo il responsabile dell'ufficio.")


class PlanHasEnded(Conflict):
    """Nothing is changed in a plan that was closed or interrupted."""

    default = _("Questo progetto è finito. Puoi solo leggerlo.")


class NotADraft(Conflict):
    """Only a draft is written in."""

    default = _("Questa versione non è più una bozza. Per cambiarla, riprendila in mano.")


class NotProposed(Conflict):
    """It is not the moment: the version is not a proposal of the office."""

    default = _("Questa versione non è una proposta in attesa.")


class NotShared(Conflict):
    """It is not the moment: the person has no version to answer to."""

    default = _("La persona non ha una versione a cui rispondere.")


class NotActive(Conflict):
    """Only a plan that was agreed on is checked and closed."""

    default = _("Questo progetto non è in corso.")


class VersionUnderWay(Conflict):
    """One version at a time is worked on."""

    default = _("C'è già una versione nuova in lavorazione.")


class VisaLacks(RuleBroken):
    """The ente wants the visa of a head first."""

    default = _("Prima serve il visto del responsabile.")


class CheckDone(Conflict):
    """What was noted of a check is not changed."""

    default = _("Questa verifica è già stata fatta.")


class PlanLacks(RuleBroken):
    """A plan is proposed only when it is whole: ``lacks`` says what is missing."""

    default = _("Al progetto manca ancora qualcosa.")

    def __init__(self, lacks: tuple[Text, ...]) -> None:
        self.lacks = lacks
        super().__init__(lacks[0] if lacks else None)


class AnswersOnPaper(NotAllowed):
    """The ente takes answers to plans on paper only."""

    default = _("Per questo progetto rispondi di persona: chiama il tuo ufficio.")


class PrintUnavailable(RuleBroken):
    """This machine cannot make PDFs."""

    default = _("Ora non possiamo fare il PDF. Riprova più tardi.")
