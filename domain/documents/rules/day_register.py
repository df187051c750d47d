"""The register of one day as a printable act: what came in, went out, was annulled (DPR 445/2000 art. 53 and 54)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_time

from domain.documents.terms import Direction
from domain.kernel.clock import ROME
from domain.kernel.languages import SOURCE
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Note, Paragraph, Table

PROTECTED = _("Identità protetta")
MISSING = "–"


@dataclass(frozen=True)
class DayEntry:
    """A line of the register; ``counterpart`` is empty for a protected person, ``content_sha256`` in hex."""

    label: str
    registered_at: datetime
    direction: Direction
    counterpart: str
    subject: str
    content_sha256: str | None


@dataclass(frozen=True)
class DayAnnulment:
    """A line that stopped counting on this day, by whom, why and by which act."""

    label: str
    annulled_at: datetime
    operator: str
    reason: str
    act: str


@dataclass(frozen=True)
class DayRegister:
    """What the register of an ente holds of one day, in the order of the numbers."""

    ente_name: str
    day: date
    entries: Sequence[DayEntry]
    annulments: Sequence[DayAnnulment]
    previous_sha256: str | None
    is_sealed: bool


def day_register(register: DayRegister) -> Act:
    """The act: always in Italian, the language of the register."""
    day = format_date(register.day, "full", locale=SOURCE.code)
    blocks: list[Block] = [
        Facts(
            [
                (_say(_("Giorno")), day),
                (_say(_("Registrazioni")), str(len(register.entries))),
                (_say(_("Annullamenti")), str(len(register.annulments))),
                (_say(_("Impronta del registro precedente")), register.previous_sha256 or MISSING),
            ]
        ),
        *_entries(register.entries),
        *_annulments(register.annulments),
    ]
    if not register.is_sealed:
        blocks.append(Note(_say(_("Questo registro non ha la firma: l'ente non ha ancora indicato il suo sigillo."))))
    return Act(
        title=_say(_("Registro giornaliero di protocollo")),
        language=SOURCE.code,
        ente=Ente(register.ente_name),
        blocks=blocks,
    )


def _entries(entries: Sequence[DayEntry]) -> list[Block]:
    heading = Heading(_say(_("Registrazioni")))
    if not entries:
        return [heading, Paragraph(_say(_("In questo giorno non c'è nessuna registrazione.")))]
    header = (_("Numero"), _("Ora"), _("Tipo"), _("Mittente o destinatario"), _("Oggetto"), _("Impronta (SHA-256)"))
    rows = [
        (
            one.label,
            _time(one.registered_at),
            _say(one.direction.label),
            one.counterpart or _say(PROTECTED),
            one.subject,
            one.content_sha256 or MISSING,
        )
        for one in entries
    ]
    return [heading, Table([_say(words) for words in header], rows)]


def _annulments(annulments: Sequence[DayAnnulment]) -> list[Block]:
    if not annulments:
        return []
    header = (_("Numero"), _("Ora"), _("Chi ha annullato"), _("Perché"), _("Atto che lo autorizza"))
    rows = [(one.label, _time(one.annulled_at), one.operator, one.reason, one.act) for one in annulments]
    return [Heading(_say(_("Annullamenti"))), Table([_say(words) for words in header], rows)]


def _time(instant: datetime) -> str:
    return format_time(instant.astimezone(ROME), "medium", locale=SOURCE.code)


def _say(words: Text) -> str:
    return say(words, SOURCE.code)
