"""What the slip of the desk says, in the language of who takes it home."""

from dataclasses import dataclass

from babel.dates import format_datetime

from domain.access.queries.desk_slips import DeskSlip
from domain.kernel.clock import ROME
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.text import Text, _
from domain.platform.settings import settings
from web.locale import sentence_in

TITLE = _("Il tuo accesso ai servizi sociali")
NUMBER = _("Il tuo numero")
STEPS: tuple[Text, ...] = (
    _("Apri il sito scritto qui sotto e premi «Accedi», poi «Entra con un codice»."),
    _("Scrivi il contatto che ci hai detto oggi. Ti mandiamo un codice di 6 numeri."),
    _("Scrivi il codice e questo numero. La prima volta servono tutti e due."),
)
CARE = _("Tieni questo foglio in un posto sicuro. Non mandare il codice a nessuno: noi non te lo chiediamo mai.")
LIMITS = _("Con il codice puoi chiedere un appuntamento e scriverci. Per fare una domanda online serve SPID o CIE.")


@dataclass(frozen=True)
class SlipWords:
    """The sentences, and in which language and direction they are."""

    language: str
    direction: str
    title: str
    until: str
    number_label: str
    steps: tuple[str, ...]
    limits: str
    care: str
    address: str


def slip_words(slip: DeskSlip, ente_name: str) -> SlipWords:
    """The slip in the person's language; Italian where we do not speak it."""
    language = BY_CODE.get(slip.language, SOURCE)
    ends_at = format_datetime(slip.ends_at, "d MMMM y, HH:mm", tzinfo=ROME, locale=language.code)
    until = _("Usa il numero entro: %(until)s.", until=ends_at)
    return SlipWords(
        language=language.code,
        direction=language.direction,
        title=f"{ente_name} – {sentence_in(TITLE, language.code)}",
        until=sentence_in(until, language.code),
        number_label=sentence_in(NUMBER, language.code),
        steps=tuple(sentence_in(one, language.code) for one in STEPS),
        limits=sentence_in(LIMITS, language.code),
        care=sentence_in(CARE, language.code),
        address=settings().portal_url,
    )
