"""The five ways in which something can be refused. The web maps each to one status."""

from collections.abc import Mapping
from typing import ClassVar

from domain.kernel.text import Text, _


class Refused(Exception):
    """Somebody asked for something that cannot be done; ``message`` tells a person why."""

    default: ClassVar[Text] = _("Non è stato possibile completare l'operazione.")

    def __init__(self, message: Text | None = None) -> None:
        self.message = message or self.default
        super().__init__(str(self.message))


class Invalid(Refused):
    """What was typed is not right; ``fields`` says which answer and why (422)."""

    default = _("Controlla le risposte.")

    def __init__(self, fields: Mapping[str, Text], message: Text | None = None) -> None:
        self.fields = dict(fields)
        super().__init__(message)


class RuleBroken(Refused):
    """The law or the service says no (422)."""

    default = _("Le regole del servizio non lo permettono.")


class NotFound(Refused):
    """Not there, or not yours to see: the two are told apart to nobody (404)."""

    default = _("Questa pagina non esiste, oppure non puoi vederla.")


class NotAllowed(Refused):
    """You may see it, but not do it (403)."""

    default = _("Non hai il permesso di fare questa operazione.")


class Conflict(Refused):
    """It changed meanwhile (409)."""

    default = _("Nel frattempo qualcuno ha cambiato questi dati. Ricarica la pagina e riprova.")
