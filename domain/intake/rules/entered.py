"""How an application that an operator has entered is told: for receipts, for the person and for the office."""

from domain.intake.terms import Channel
from domain.kernel.text import Text, _


def entered_words(channel: Channel, operator_name: str, person_name: str) -> Text:
    """Who has entered it, on whose behalf."""
    if channel is Channel.PAPER:
        return _(
            "Arrivata su carta e inserita da operatore (%(operator)s) per conto di %(person)s",
            operator=operator_name,
            person=person_name,
        )
    return _("Inserita da operatore (%(operator)s) per conto di %(person)s", operator=operator_name, person=person_name)
