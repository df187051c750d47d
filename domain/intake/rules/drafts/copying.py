"""Which answers of an earlier application a new draft takes over, and which it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition
from domain.catalogue.terms import FieldKind
from domain.intake.rules.answers import visible
from domain.intake.rules.typing.boxes import boxes_of, filled_rows
from domain.intake.rules.typing.typed import Answers

NEVER = frozenset({FieldKind.DECLARATION, FieldKind.DOCUMENT, FieldKind.COMPUTED})
"""Declarations are made anew, papers are sent anew, computations are made again."""
CHOSEN = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})


@dataclass(frozen=True)
class Copied:
    """``answers`` to put into the draft; the questions whose answer was taken, and those of the old form left out."""

    answers: dict[str, Any]
    taken: tuple[Field, ...]
    left: tuple[Field, ...]


def copied(old: FormDefinition, new: FormDefinition, answers: Answers) -> Copied:
    """What of ``answers``, given to ``old``, still answers a question of ``new``: same key, same kind, same choices.

    An answer that cannot be taken whole (a choice that is no more, a part that is asked otherwise) is left out.
    """
    found: dict[str, Any] = {}
    taken: list[Field] = []
    left: list[Field] = []
    for field in (field for step in visible(old, answers) for field in step.fields):
        given = _given(field, answers)
        if field.kind in NEVER or not given:
            continue
        now = new.field(field.key)
        if now is not None and _fits(field, now, given):
            found |= given
            taken.append(now)
        else:
            left.append(field)
    return Copied(found, tuple(taken), tuple(left))


def _given(field: Field, answers: Answers) -> dict[str, Any]:
    names = {name for name, _leaf in boxes_of(field)} | {field.key}
    return {name: value for name, value in answers.items() if name in names and value not in (None, "", [])}


def _fits(field: Field, now: Field, given: Mapping[str, Any]) -> bool:
    if field.kind is not now.kind or now.format != field.format:
        return False
    if field.kind in CHOSEN:
        value = given.get(field.key)
        chosen = value if isinstance(value, list) else [value]
        return all(now.option(str(one)) is not None for one in chosen)
    return _same_parts(field, now) and len(filled_rows(field, given)) <= max(now.max_rows, 1)


def _same_parts(field: Field, now: Field) -> bool:
    there = {part.key: part for part in now.parts}
    return all(
        part.key in there
        and there[part.key].kind is part.kind
        and {one.value for one in part.options} <= {one.value for one in there[part.key].options}
        for part in field.parts
    )
