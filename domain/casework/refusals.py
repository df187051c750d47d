"""Why something about a case is refused."""

from domain.kernel.refusals import Conflict, NotAllowed
from domain.kernel.text import _


class AlreadyInCharge(Conflict):
    """Somebody has taken charge of the case before."""

    default = _("Un collega ha già preso in carico questo caso.")


class NotACaseRole(NotAllowed):
    """Only the professions that follow cases do this."""

    default = _("Lo può fare solo chi segue il caso: per esempio un assistente sociale o un educatore.")
