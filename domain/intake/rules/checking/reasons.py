"""The reasons of a no, as the rules that decided give them: what is missing, what is known, which rule, what to do.

Only a proposal: who writes the notice or the decision reads it and changes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from domain.catalogue.queries.requirements import FACTS, Requirement, fact_words
from domain.catalogue.terms import FieldKind
from domain.intake.rules.checking.known import KnownFact
from domain.kernel.text import Text, _
from domain.platform.language import say

LONGEST = 4000
MISSING = _("Manca un requisito: %(requirement)s")
KNOWN = _("Che cosa risulta: %(fact)s, %(value)s (%(source)s, %(day)s).")
KNOWN_ANY_DAY = _("Che cosa risulta: %(fact)s, %(value)s (%(source)s).")
BECAUSE = _("Che cosa ha visto l'ufficio: %(reason)s")
RULE = _("La regola: %(rule)s")
MEND = _("Che cosa puoi fare: %(mend)s")


@dataclass(frozen=True)
class Missing:
    """A requirement that is not met: from which facts, and what the operator wrote about it."""

    requirement: Requirement
    facts: Sequence[KnownFact]
    reason: str = ""


def reasons_text(missing: Sequence[Missing], code: str) -> str:
    """The reasons in the language ``code``, each in some lines with an empty line between; up to 4000 letters."""
    text = ""
    for one in missing:
        longer = "\n\n".join(part for part in (text, _reason(one, code)) if part)
        if len(longer) > LONGEST:
            break
        text = longer
    return text


def _reason(one: Missing, code: str) -> str:
    requirement = one.requirement
    lines = [say(Text(MISSING.msgid, {"requirement": requirement.sentence.in_(code)}), code)]
    lines += [_known(fact, code) for fact in one.facts]
    if one.reason:
        lines.append(say(Text(BECAUSE.msgid, {"reason": one.reason}), code))
    lines.append(say(Text(RULE.msgid, {"rule": requirement.source.in_(code)}), code))
    if requirement.how_to_mend:
        lines.append(say(Text(MEND.msgid, {"mend": requirement.how_to_mend.in_(code)}), code))
    return "\n".join(lines)


def _known(fact: KnownFact, code: str) -> str:
    values = {"fact": say(fact.label, code), "value": value_in(fact, code), "source": say(fact.source, code)}
    if fact.day is None:
        return say(Text(KNOWN_ANY_DAY.msgid, values), code)
    return say(Text(KNOWN.msgid, values | {"day": format_date(fact.day, "long", locale=code)}), code)


def value_in(fact: KnownFact, code: str) -> str:
    """The value as people read it, in the language ``code``."""
    known = FACTS.get(fact.key)
    if known is None:
        return str(fact.value)
    found = fact_words(known, fact.value)
    if isinstance(found, Text):
        return say(found, code)
    if known.kind is FieldKind.MONEY:
        return format_currency(Decimal(found), "EUR", locale=code)
    return format_decimal(found, locale=code)
