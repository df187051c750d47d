"""Why something about a service is refused."""

from domain.kernel.refusals import NotAllowed
from domain.kernel.text import _


class NotYoursToPublish(NotAllowed):
    """Only those who run the catalogue of the ente publish services."""

    default = _("Solo chi gestisce i servizi dell'ente può pubblicarli.")
