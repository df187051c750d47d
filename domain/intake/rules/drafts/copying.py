"""Which answers of an earlier application a new draft takes over, and which it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.catalogue.queries.form_of import Field, FormDefinition
from domain.catalogue.terms import FieldKind
from domain.intake.rules.answers import visible
from domain.intake.rules.drafts.retyped import retyped
from domain.intake.rules.typing.boxes import Answers, filled_rows

NEVER = frozenset({FieldKind.DECLARATION, FieldKind.DOCUMENT, FieldKind.COMPUTED})
"""Declarations are made anew, papers are sent anew, computations are made again."""
CHOSEN = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})


@dataclass(frozen=True)
class Copied:
    """``answers`` to put into the draft, by question; and the questions of the old form whose answer is left out."""

    answers: dict[str, dict[str, Any]]
    left: tuple[Field, ...]


def copied(old: FormDefinition, new: FormDefinition, answers: Answers) -> Copied:
    """What of ``answers``, given to ``old`` and sent, still answers a question of ``new``: same key, kind and choices.

    An answer that cannot be taken whole (a choice that is no more, a part that is asked otherwise) is left out.
    """
    found: dict[str, dict[str, Any]] = {}
    left: list[Field] = []
    for field in (field for step in visible(old, answers) for field in step.fields):
        given = retyped(field, answers)
        if field.kind in NEVER or not given:
            continue
        now = new.field(field.key)
        if now is not None and fits(field, now, given):
            found[field.key] = given
        else:
            left.append(field)
    return Copied(found, tuple(left))


def fits(field: Field, now: Field, given: Mapping[str, Any]) -> bool:
    """Whether what was ``given`` to ``field`` answers ``now``, which may have another key."""
    if field.kind is not now.kind or now.format != field.format:
        return False
    if field.kind in CHOSEN:
        value = given.get(field.key)
        chosen = value if isinstance(value, list) else [value]
        return all(now.option(str(one)) is not None for one in chosen)
    return _same_parts(field, now) and len(filled_rows(field, given)) <= now.max_rows


def _same_parts(field: Field, now: Field) -> bool:
    there = {part.key: part for part in now.parts}
    return all(
        part.key in there
        and there[part.key].kind is part.kind
        and there[part.key].format == part.format
        and {one.value for one in part.options} <= {one.value for one in there[part.key].options}
        for part in field.parts
    )
