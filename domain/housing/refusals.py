"""Why something about a housing need is refused."""

from domain.kernel.refusals import Conflict, NotAllowed
from domain.kernel.text import _


class NotAHousingRole(NotAllowed):
    """Only who follows people closes and opens housing needs."""

    default = _("Lo può fare solo chi segue le persone: per esempio un assistente sociale.")


class NeedAlreadyClosed(Conflict):
    """A colleague has closed it before."""

    default = _("Un collega ha già chiuso questo fabbisogno.")


class NeedAlreadyOpen(Conflict):
    """The person has an open need already."""

    default = _("Questa persona ha già un fabbisogno aperto.")
