"""What counts for a kind of document, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.documents.queries.kind_rules import KindRow, Validity
from domain.documents.terms import DocumentKind, Lasting
from domain.kernel.refusals import NotFound
from web.locale import gettext, ngettext, sentence, short_date


@dataclass(frozen=True)
class ShownKind:
    """A line of the list; ``coming`` are the changes that start later, one a line."""

    word: str
    name: str
    told: str
    source: str
    whose: str
    coming: list[str]


def kind_named(word: str) -> DocumentKind:
    """The kind in an address. Refuses NotFound."""
    try:
        return DocumentKind(word.replace("-", "_"))
    except ValueError:
        raise NotFound from None


def shown(row: KindRow) -> ShownKind:
    """The line of a kind."""
    own = gettext("Regola del tuo ente dal %(day)s")
    return ShownKind(
        word=row.kind.value.replace("_", "-"),
        name=sentence(row.kind.label),
        told=_told(row.validity),
        source=row.validity.source,
        whose=own % {"day": short_date(row.own_since)} if row.own_since else gettext("Regola di partenza"),
        coming=[
            gettext("Dal %(day)s: %(rule)s") % {"day": short_date(day), "rule": _told(rule)} for day, rule in row.coming
        ],
    )


def values_of(row: KindRow, today: date) -> dict[str, Any]:
    """What stands in the boxes before somebody changes it."""
    rule = row.validity
    return {
        "starts_on": today.isoformat(),
        "is_expiring": "true" if rule.is_expiring else None,
        "lasting": rule.lasting.value,
        "months": rule.months,
        "source": rule.source,
    }


def _told(rule: Validity) -> str:
    if not rule.is_expiring:
        return gettext("Non scade")
    if rule.lasting is Lasting.MONTHS and rule.months:
        words = ngettext("Vale %(num)s mese da quando arriva", "Vale %(num)s mesi da quando arriva", rule.months)
        return words % {"num": rule.months}
    return sentence(rule.lasting.label)
