"""A requirement as somebody types it on one page, and the requirement that it becomes."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints

from domain.catalogue.refusals import QuestionNotWhole
from domain.catalogue.rules.designing.lines import Lines, as_lines, as_logic
from domain.catalogue.rules.designing.naming import key_of
from domain.catalogue.rules.designing.question import worded
from domain.catalogue.rules.facts import FACTS, as_field
from domain.catalogue.rules.form_definition import Field
from domain.catalogue.rules.requirements import Requirement
from domain.kernel.text import _
from domain.platform.localised import Localised
from domain.registry.terms import IseeKind

ADDRESSES = frozenset({"nuovo", "prove"})
"""Words that stand in addresses beside the keys."""
NO_ISEE = _("Questo requisito non guarda l'ISEE. Togli il tipo di ISEE.")
NO_FACT = _("Scegli che cosa si guarda.")
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class TypedRequirement(BaseModel):
    """The Italian words, and the condition in lines over facts; ``condition`` None keeps the one that is there."""

    sentence: Sentence
    source: Sentence
    how_to_mend: Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)] = ""
    is_blocking: bool = False
    isee_kind: IseeKind | None = None
    condition: Lines | None = None


def fact_fields() -> tuple[Field, ...]:
    """Every fact as a question, for the lines of a condition."""
    return tuple(as_field(key) for key in FACTS)


def as_requirement(asked: TypedRequirement, taken: Sequence[str], was: Requirement | None = None) -> Requirement:
    """The requirement that was typed; a new key is made of its words, translations and what lines cannot say stay.

    Refuses QuestionNotWhole with each box that is not right.
    """
    condition = was.condition if was else None
    if asked.condition is not None and (condition is None or as_lines(condition, fact_fields()) is not None):
        condition = _condition(asked.condition)
    if condition is None:
        raise QuestionNotWhole({"line.1.question": NO_FACT})
    made = Requirement(
        key=was.key if was else key_of(asked.sentence, {*taken, *ADDRESSES}),
        sentence=_said(asked.sentence, was.sentence if was else None),
        condition=condition,
        source=_said(asked.source, was.source if was else None),
        how_to_mend=worded(asked.how_to_mend, was.how_to_mend if was else None),
        is_blocking=asked.is_blocking,
        isee_kind=asked.isee_kind,
    )
    if made.isee_kind is not None and not made.is_about_means:
        raise QuestionNotWhole({"isee_kind": NO_ISEE})
    return made


def _said(italian: str, was: Localised | None) -> Localised:
    return Localised((was.root if was else {}) | {"it": italian})


def _condition(lines: Lines) -> dict[str, Any] | None:
    try:
        return as_logic(lines, fact_fields())
    except QuestionNotWhole as refused:
        wrong = {box: NO_FACT if box.endswith(".question") else why for box, why in refused.fields.items()}
        raise QuestionNotWhole(wrong) from None
