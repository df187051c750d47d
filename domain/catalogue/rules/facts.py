"""The facts at which requirements look: a closed list, so that who asks, who answers and who checks mean the same.

A value is what a form keeps for such an answer: whole numbers, euros in cents, ``yes`` and ``no``, a word of a choice.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from domain.catalogue.rules.facts_asked import ASKED, Fact, Unit
from domain.catalogue.rules.form_definition import Field, Option
from domain.catalogue.rules.publication import sort_of
from domain.catalogue.rules.value_types import Typed
from domain.catalogue.terms import FieldKind
from domain.kernel.money import parse
from domain.kernel.text import Text, _
from domain.platform.localised import Localised

__all__ = ["FACTS", "SORTS", "Fact", "FactValue", "NotAnAnswer", "Unit", "as_field", "fact_value", "fact_words"]

FactValue = str | int
FACTS: dict[str, Fact] = {fact.key: fact for fact in ASKED}
"""By key, in the order in which they are asked: what says much and is easily said comes first."""


@dataclass(frozen=True)
class NotAnAnswer(Exception):
    """What was typed cannot be the fact; ``message`` says what can."""

    message: Text


@cache
def as_field(key: str) -> Field:
    """The fact as a question of a form, so that conditions on facts are written with the same boxes."""
    fact = FACTS[key]
    options = tuple(Option(value=value, label=Localised.of(label)) for value, label in fact.options)
    return Field(key=key, kind=fact.kind, label=Localised.of(fact.label), options=options)


def _sorts() -> dict[str, Typed]:
    return {key: found for key in FACTS if (found := sort_of(as_field(key))) is not None}


SORTS: dict[str, Typed] = _sorts()
"""Of what sort each fact is, for the check of conditions."""


def fact_value(fact: Fact, typed: str) -> FactValue:
    """The value that ``typed`` is. Raises NotAnAnswer: no number, too large, none of the answers."""
    words = typed.strip()
    try:
        match fact.kind:
            case FieldKind.NUMBER:
                found = int(words)
            case FieldKind.MONEY:
                found = int(parse(words) * 100)
            case _:
                return _among(fact, words)
    except (ValueError, ArithmeticError) as refused:
        raise NotAnAnswer(_NUMBER if fact.kind is FieldKind.NUMBER else _MONEY) from refused
    if not 0 <= found <= fact.most:
        raise NotAnAnswer(Text(_BOUNDS.msgid, {"most": fact.most if fact.unit is not Unit.EURO else fact.most // 100}))
    return found


def fact_words(fact: Fact, value: FactValue) -> Text | Decimal | int:
    """``value`` as people read it: words, euros, or a number."""
    if isinstance(value, int):
        return Decimal(value) / 100 if fact.kind is FieldKind.MONEY else value
    return dict(fact.choices).get(value, _("Non si sa"))


def _among(fact: Fact, words: str) -> str:
    if words not in dict(fact.choices):
        raise NotAnAnswer(_("Scegli una delle risposte."))
    return words


_NUMBER = _("Scrivi un numero.")
_MONEY = _("Scrivi una somma in euro, per esempio 8.400,50.")
_BOUNDS = _("Scrivi un numero da 0 a %(most)s.")
