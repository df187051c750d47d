"""Why something about a case is refused."""

from domain.kernel.refusals import Conflict
from domain.kernel.text import _


class AlreadyInCharge(Conflict):
    """Somebody has taken charge of the case before."""

    default = _("Un collega ha già preso in carico questo caso.")
