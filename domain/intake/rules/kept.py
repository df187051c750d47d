"""What is kept of the answers that a page sends: everything typed, nothing that was not asked."""

from collections.abc import Mapping

from domain.catalogue.queries.form_of import Field, Step
from domain.catalogue.terms import FieldKind
from domain.intake.rules.typing.boxes import Boxes, boxes_of, prefixes_of

LONGEST = 20_000
MOST_CHOICES = 100

Typed = Mapping[str, str | list[str]]

# A browser does not send what is not ticked: its absence is the answer.
TICKED_KINDS = frozenset(
    {FieldKind.CHOICES, FieldKind.CHOICE, FieldKind.YES_NO, FieldKind.DECLARATION, FieldKind.DOCUMENT}
)


def kept(step: Step, shown: frozenset[str], typed: Typed) -> dict[str, str | list[str]]:
    """The answers to put into the draft: those to questions of ``step``, and blanks for what was unticked.

    ``shown`` are the keys of the questions that the page had. What stands in a question that is not asked now stays.
    """
    answers: dict[str, str | list[str]] = {}
    for field in step.fields:
        for key, leaf in _sent_boxes(field, typed):
            if key in typed:
                answers[key] = _safe(leaf, typed[key])
            elif field.key in shown and leaf.kind in TICKED_KINDS:
                answers[key] = [] if leaf.kind is FieldKind.CHOICES else ""
    return answers


def _sent_boxes(field: Field, typed: Typed) -> Boxes:
    """The boxes that the page had: of a group only those of the rows it counted."""
    if field.kind is not FieldKind.GROUP:
        return boxes_of(field)
    rows = prefixes_of(field, typed)
    return tuple(box for box in boxes_of(field) if box[0].startswith(rows) or box[0].endswith(f"{field.key}.rows"))


def too_long(step: Step, typed: Typed) -> frozenset[str]:
    """The questions whose answer is so long that it is no answer of a person."""
    return frozenset(
        field.key
        for field in step.fields
        for key, _leaf in boxes_of(field)
        if len(typed.get(key, "")) > (MOST_CHOICES if isinstance(typed.get(key), list) else LONGEST)
        or any(len(one) > LONGEST for one in typed.get(key, "") if isinstance(typed.get(key), list))
    )


def _safe(field: Field, typed: str | list[str]) -> str | list[str]:
    """As it was typed, without what a database cannot keep (NUL, halves of characters); several only where wanted."""
    if field.kind is FieldKind.CHOICES:
        return [_storable(one) for one in ([typed] if isinstance(typed, str) else typed) if one]
    return _storable(typed if isinstance(typed, str) else (typed[-1] if typed else ""))


def _storable(typed: str) -> str:
    return typed.replace("\0", "").encode("utf-8", "replace").decode()
