"""The checklist in the words of the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.catalogue.queries.requirements import FACTS, FactValue, fact_words
from domain.catalogue.terms import Outcome
from domain.intake.queries.checking.checklist import Checklist, CheckRow, KeptCheck
from domain.kernel.text import Text
from domain.registry.queries.isee.isee_choices import IseeChoice
from web.locale import language_code, money, number, sentence

KINDS = {Outcome.MET: "success", Outcome.NOT_MET: "danger", Outcome.UNKNOWN: "warning"}


@dataclass(frozen=True)
class ShownFact:
    """A fact with its value, its source and its day; ``told`` is what the application says, where it differs."""

    label: str
    value: str
    source: str
    day: object
    told: str


@dataclass(frozen=True)
class ShownCheck:
    """A requirement as the office reads it. ``kind`` colours the badge beside its words."""

    key: str
    requirement: str
    rule: str
    mend: str
    outcome: Outcome
    kind: str
    computed: Outcome
    facts: Sequence[ShownFact]
    missing: Sequence[str]
    kept: KeptCheck | None
    is_changed: bool
    isee: IseeChoice | None


def shown_checks(found: Checklist) -> list[ShownCheck]:
    """All of them, in the order of the service."""
    return [shown_check(row) for row in found.rows]


def shown_check(row: CheckRow) -> ShownCheck:
    """One requirement."""
    asked, code = row.requirement, language_code()
    return ShownCheck(
        key=asked.key,
        requirement=asked.sentence.in_(code),
        rule=asked.source.in_(code),
        mend=asked.how_to_mend.in_(code) if asked.how_to_mend else "",
        outcome=row.outcome,
        kind=KINDS[row.outcome],
        computed=row.computed,
        facts=[
            ShownFact(
                label=sentence(one.label),
                value=_value(one.key, one.value),
                source=sentence(one.source),
                day=one.day,
                told=_value(one.key, one.told) if one.told is not None else "",
            )
            for one in row.deciding
        ],
        missing=[_label(key) for key in row.missing],
        kept=row.kept,
        is_changed=row.is_changed,
        isee=row.isee,
    )


def _label(key: str) -> str:
    return sentence(FACTS[key].label) if key in FACTS else key


def _value(key: str, value: FactValue) -> str:
    if key not in FACTS:
        return str(value)
    found = fact_words(FACTS[key], value)
    if isinstance(found, Text):
        return sentence(found)
    return money(found) if isinstance(found, Decimal) else number(found)
