"""Why something about a service is refused."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from domain.kernel.refusals import Conflict, Invalid, NotAllowed, RuleBroken
from domain.kernel.text import Text, _
from domain.platform.language import SpokenInstant

REASONS: dict[str, Text] = {
    "form_too_long": _("Il modulo è troppo lungo: dividi il servizio in due."),
    "step_empty": _("Questo passo non ha domande."),
    "expression_unknown": _("La condizione guarda una risposta che non c'è o che non si può confrontare."),
    "expression_column": _("La somma guarda una colonna che il gruppo non ha."),
    "expression_choice": _("La condizione cerca una risposta che non è tra quelle da scegliere."),
    "expression_mismatch": _("La condizione mette insieme cose diverse, per esempio un testo e un numero."),
    "expression_arguments": _("A questa operazione manca un valore, oppure ne ha uno di troppo."),
    "expression_list": _("La lista può avere solo parole."),
    "too_many_requirements": _("I requisiti sono troppi, oppure due hanno lo stesso nome."),
}


class NotYoursToPublish(NotAllowed):
    """Only those who run the catalogue of the ente publish services."""

    default = _("Solo chi gestisce i servizi dell'ente può pubblicarli.")


class FormNotSound(Invalid):
    """The form makes no sense somewhere; ``fields`` says at which step or question, and why."""

    default = _("Il modulo non si può pubblicare: correggi i punti segnati.")

    def __init__(self, faults: Mapping[str, str]) -> None:
        """Take the reason of each place: a word of ours, or what the program found where it could not read."""
        super().__init__({place: _words(reason) for place, reason in faults.items()})


def _words(reason: str) -> Text:
    return REASONS.get(reason) or _("Questa parte del modulo non si può leggere: %(reason)s", reason=reason)


class RequirementsNotSound(Invalid):
    """A requirement makes no sense; ``fields`` says which one, by its key, and why."""

    default = _("I requisiti non si possono pubblicare: correggi quelli segnati.")

    def __init__(self, faults: Mapping[str, str]) -> None:
        """Take the reason of each requirement, in a word of ours."""
        super().__init__({key: _words(reason) for key, reason in faults.items()})


class ServiceDraftChanged(Conflict):
    """A colleague saved the draft of the service meanwhile."""

    default = _("Nel frattempo un collega ha cambiato la bozza. Ricarica la pagina e riprova.")


class ServiceDraftExists(Conflict):
    """A service has one draft at a time."""

    default = _("C'è già una bozza di questo servizio: continua quella.")


class OutOfOrder(RuleBroken):
    """A condition would look at an answer that is not given before it."""

    def __init__(self, asking: str, asked: str) -> None:
        """Say which condition, and at what it looks, by the words that people read."""
        words = _("«%(asking)s» guarda la risposta a «%(asked)s»: quella domanda deve venire prima.")
        super().__init__(Text(words.msgid, {"asking": asking, "asked": asked}))


class QuestionNotWhole(Invalid):
    """A question misses something, or says what cannot be; ``fields`` says what."""


class BenefitCodeUnknown(Invalid):
    """The code of the help is not in the list of the national register, or is not offered any more."""

    default = _("Il codice SIUSS non è nell'elenco, oppure non si usa più. Scegline un altro o lascia vuoto.")

    def __init__(self) -> None:
        """Say it beside the box."""
        super().__init__({"benefit_code": self.default})


class CardNotWhole(Invalid):
    """The card misses sentences; ``fields`` names them."""

    default = _("La scheda non è completa: scrivi le parti segnate.")

    def __init__(self, missing: Iterable[str]) -> None:
        """Take the names of the parts that are not written."""
        super().__init__({name: _("Questa parte serve.") for name in missing})


class BandoDraftChanged(Conflict):
    """A colleague saved the bando meanwhile."""

    default = _("Nel frattempo un collega ha cambiato il bando. Ricarica la pagina e riprova.")


class BandoNotUnderWay(RuleBroken):
    """The bando is not in a state in which this can be done."""

    default = _("Adesso questo non si può fare: guarda a che punto è il bando.")


class BandoPeriodWrong(RuleBroken):
    """The hours of a bando cannot be those."""

    default = _("La chiusura deve venire dopo l'apertura, e dopo la chiusura di prima.")


class BandoNotWhole(Invalid):
    """Parts of the bando are missing or make no sense; ``fields`` names them."""

    default = _("Il bando non si può pubblicare: correggi i punti segnati.")


class BandoNotOpen(RuleBroken):
    """Somebody applies before a bando opens, or after it has closed: the hour is told."""

    default = _("Adesso non si può fare domanda per questo bando.")

    @classmethod
    def before(cls, opens_at: datetime) -> "BandoNotOpen":
        """It opens at ``opens_at``, in the clock of Italy."""
        return cls(_("Questo bando non è ancora aperto. Puoi fare domanda dal %(at)s.", at=SpokenInstant(opens_at)))

    @classmethod
    def after(cls, closes_at: datetime, now: datetime) -> "BandoNotOpen":
        """It has closed at ``closes_at``; on our clock it is ``now``."""
        return cls(
            _(
                "Questo bando è chiuso dal %(at)s. Adesso sul nostro orologio è il %(now)s: la domanda non parte.",
                at=SpokenInstant(closes_at),
                now=SpokenInstant(now, with_seconds=True),
            )
        )
