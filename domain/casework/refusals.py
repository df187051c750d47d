"""Why something about a case is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


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
