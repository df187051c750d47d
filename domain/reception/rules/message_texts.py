"""The texts of the e-mails between offices: where they start from, and how their blanks are filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from domain.kernel.text import Text, _
from domain.reception.terms.passing_on import ReferralStatus

BLANKS = ("link", "giorni", "ente")
"""What may stand in braces: the address of the sheet, how many days, the name of the ente. As people type it."""
_BLANK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class StartingText:
    """The words there are before an ente chooses its own."""

    subject: Text
    body: Text


STARTING: dict[ReferralStatus, StartingText] = {
    ReferralStatus.SENT: StartingText(
        _("È arrivata una scheda da un altro ufficio"),
        _("Un ufficio vi ha inviato una scheda. Il contatto è di {giorni} giorni fa.\n\nLeggila qui: {link}"),
    ),
    ReferralStatus.ACCEPTED: StartingText(
        _("Una scheda che avete inviato è stata ricevuta"),
        _("L'altro ufficio ha ricevuto la scheda dopo {giorni} giorni.\n\nLa trovi qui: {link}"),
    ),
    ReferralStatus.RETURNED: StartingText(
        _("Una scheda che avete inviato è tornata"),
        _("L'altro ufficio ha restituito la scheda dopo {giorni} giorni. Il motivo è nella scheda: {link}"),
    ),
}


def unknown_blanks(text: str) -> list[str]:
    """What stands in braces and is none of our blanks, in order; also a brace that is never closed."""
    found = [name for name in _BLANK.findall(text) if name not in BLANKS]
    rest = _BLANK.sub("", text)
    return found + [sign for sign in "{}" if sign in rest]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its blanks filled; a blank that has no value stays as it is."""
    return _BLANK.sub(lambda blank: values.get(blank[1], blank[0]), text)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs, which empty lines keep apart."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip())
