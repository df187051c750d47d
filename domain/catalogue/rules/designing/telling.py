"""Which fact the answer to a question can be: what whoever checks the requirements of the service then knows."""

from domain.catalogue.rules.facts_asked import ASKED, Fact
from domain.catalogue.rules.form_definition import Field
from domain.catalogue.terms import FieldKind


def tellable(kind: FieldKind, was: Field | None = None) -> tuple[Fact, ...]:
    """The facts that an answer of this kind can be; ``was`` is the question as it is so far.

    A computed answer is what it is shown as. A choice can be a fact only where the two have an answer in common: the
    others of its answers say nothing.
    """
    same = was if was and was.kind is kind else None
    if kind is FieldKind.CHOICE:
        values = {option.value for option in same.options} if same else set[str]()
        return tuple(fact for fact in ASKED if values.intersection(dict(fact.choices)))
    shown = same.shown_as if same and kind is FieldKind.COMPUTED else kind
    return tuple(fact for fact in ASKED if fact.kind is shown)
