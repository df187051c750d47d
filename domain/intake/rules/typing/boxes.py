"""The boxes of a page: under which names a question sends its answer, and which of them belong to a row."""

from collections.abc import Iterator, Mapping
from typing import Any

from domain.catalogue.queries.form_of import Field
from domain.catalogue.terms import COMPOSITE_KINDS, FieldKind
from domain.intake.rules.typing.dates_typed import PARTS

Answers = Mapping[str, Any]
Boxes = tuple[tuple[str, Field], ...]

LATER = "later"
BY = "by"
EXPIRES = "expires"
ROWS = "rows"
WHO = "who"
OTHER = "other"
OWN_BOXES: dict[FieldKind, tuple[str, ...]] = {FieldKind.DATE: PARTS, FieldKind.DOCUMENT: (LATER, BY, EXPIRES)}


def boxes_of(field: Field, prefix: str = "") -> Boxes:
    """Every name under which a page sends something for ``field``, with the simple question to which it belongs.

    A group has those of all the rows that it may have, and ``rows``, which counts them; a person has ``who``, which
    says that it is one of those whom we know. A computed answer has none: nobody sends it.
    """
    key = prefix + field.key
    if field.kind is FieldKind.COMPUTED:
        return ()
    if field.kind is FieldKind.GROUP:
        return ((f"{key}.{ROWS}", field), *_row_parts(field, key))
    if field.kind in COMPOSITE_KINDS:
        return (*_own(field, key, (WHO,) if field.kind is FieldKind.PERSON else ()), *_parts(field, f"{key}."))
    return _own(field, key, OWN_BOXES[field.kind]) if field.kind in OWN_BOXES else ((key, field),)


def _own(field: Field, key: str, names: tuple[str, ...]) -> Boxes:
    return tuple((f"{key}.{name}", field) for name in names)


def _row_parts(field: Field, key: str) -> Iterator[tuple[str, Field]]:
    for number in range(field.max_rows):
        yield from _parts(field, f"{key}.{number}.")


def _parts(field: Field, prefix: str) -> Boxes:
    return tuple(box for part in field.parts for box in boxes_of(part, prefix))


def row_count(field: Field, answers: Answers) -> int:
    """How many rows of a group a page shows: those asked for; one where at least one is needed."""
    typed = answers.get(f"{field.key}.{ROWS}")
    asked = int(typed) if isinstance(typed, str) and typed.isascii() and typed.isdecimal() and len(typed) < 4 else 0
    return max(min(asked, field.max_rows), 1 if field.required else 0)


def prefixes_of(field: Field, answers: Answers) -> tuple[str, ...]:
    """What stands before the names of the parts: ``home.`` for an address, ``children.0.`` and so on for a group."""
    if field.kind not in COMPOSITE_KINDS:
        return ()
    if field.kind is not FieldKind.GROUP:
        return (f"{field.key}.",)
    return tuple(f"{field.key}.{number}." for number in range(row_count(field, answers)))


def answers_within(prefix: str, answers: Answers) -> dict[str, Any]:
    """The answers to the parts behind ``prefix``, by the names that the parts alone would have."""
    return {name[len(prefix) :]: value for name, value in answers.items() if name.startswith(prefix)}


def is_blank(field: Field, row: Answers) -> bool:
    """Whether nothing was typed in any part of a row, or of an address."""
    names = {part.key for part in field.parts}
    given = [value for name, value in row.items() if name.partition(".")[0] in names]
    return not any(value.strip() if isinstance(value, str) else value for value in given)


def filled_rows(field: Field, answers: Answers) -> tuple[tuple[str, dict[str, Any]], ...]:
    """The rows in which something was typed, each with the prefix of its names."""
    rows = ((prefix, answers_within(prefix, answers)) for prefix in prefixes_of(field, answers))
    return tuple((prefix, row) for prefix, row in rows if not is_blank(field, row))
