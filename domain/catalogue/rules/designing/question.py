"""A question as somebody types it on one page, and the question of the form that it becomes."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints, ValidationError
from pydantic import Field as Bounded

from domain.catalogue.refusals import QuestionNotWhole
from domain.catalogue.rules.conditions import LITERAL_LIMIT
from domain.catalogue.rules.designing.lines import Lines, as_lines, as_logic
from domain.catalogue.rules.designing.naming import key_of
from domain.catalogue.rules.designing.telling import tellable
from domain.catalogue.rules.form_definition import CHOICE_KINDS, Field, Option
from domain.catalogue.terms import BOUNDED_KINDS, MOST_ROWS, FieldKind, TextFormat
from domain.kernel.text import Text, _
from domain.platform.localised import Localised

MISSING = _("Questa risposta serve.")
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class Column(BaseModel):
    """What each row of a group asks in one box."""

    label: Short
    kind: FieldKind = FieldKind.TEXT


class TypedQuestion(BaseModel):
    """The Italian words, ``options`` one a line, ``columns`` of a group, bounds as numbers (euros for money).

    ``tells`` is a fact of ``tellable``; ``condition`` None keeps the one that is there.
    """

    kind: FieldKind
    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
    hint: Words = ""
    why: Words = ""
    required: bool = False
    options: Annotated[str, StringConstraints(max_length=20_000)] = ""
    columns: tuple[Column, ...] = ()
    max_rows: int = Bounded(default=5, ge=1, le=MOST_ROWS)
    document_kind: Short = ""
    late_days: int | None = Bounded(default=None, ge=1, le=365)
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)] = ""
    legal_text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)] = ""
    minimum: Short = ""
    maximum: Short = ""
    format: TextFormat | None = None
    max_length: int | None = Bounded(default=None, ge=1, le=20_000)
    is_past: bool = False
    is_signer: bool = False
    tells: Short = ""
    condition: Lines | None = None


def as_field(asked: TypedQuestion, key: str, asked_before: tuple[Field, ...], was: Field | None = None) -> Field:
    """The question that was typed; from ``was`` come its translations and what cannot be typed.

    Refuses QuestionNotWhole with each box that is not right.
    """
    wrong = _missing(asked)
    only_if = was.only_if if was else None
    if asked.condition is not None and (only_if is None or as_lines(only_if, asked_before) is not None):
        try:
            only_if = as_logic(asked.condition, asked_before)
        except QuestionNotWhole as refused:
            wrong |= refused.fields
    if asked.tells and asked.tells not in {fact.key for fact in tellable(asked.kind, was)}:
        wrong["tells"] = _("Scegli una delle voci dell'elenco.")
    bounds = {name: _bound(getattr(asked, name), name, wrong) for name in ("minimum", "maximum")}
    if wrong:
        raise QuestionNotWhole(wrong)
    field = _always(asked, key, was) | _by_kind(asked, bounds, was) | {"only_if": only_if}
    try:
        return Field.model_validate(field)
    except ValidationError as refused:
        words = _("Il minimo e il massimo non vanno bene insieme.") if any(bounds.values()) else MISSING
        raise QuestionNotWhole({"maximum" if any(bounds.values()) else "label": words}) from refused


def as_typed(field: Field) -> dict[str, Any]:
    """What the boxes of the page show for ``field``; its condition apart."""
    plain = {
        name: words.in_("it")
        for name in ("label", "hint", "why", "text", "legal_text")
        if (words := getattr(field, name))
    }
    return plain | {
        "kind": field.kind.value,
        "required": field.required or None,
        "options": "\n".join(option.label.in_("it") for option in field.options),
        "max_rows": field.max_rows,
        "document_kind": field.document_kind,
        "late_days": field.late_days,
        "minimum": field.minimum,
        "maximum": field.maximum,
        "format": field.format.value if field.format else None,
        "max_length": field.max_length,
        "is_past": field.is_past or None,
        "is_signer": field.is_signer or None,
        "tells": field.tells,
    }


def worded(italian: str, was: Localised | None) -> Localised | None:
    """``italian`` with the translations of ``was``; those stay until somebody writes others. None for no words."""
    return Localised((was.root if was else {}) | {"it": italian}) if italian else None


def _missing(asked: TypedQuestion) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if asked.kind in CHOICE_KINDS and not _lines(asked.options):
        wrong["options"] = _("Scrivi le risposte fra cui scegliere, una per riga.")
    if asked.kind is FieldKind.GROUP and not asked.columns:
        wrong["column.1"] = _("Scrivi almeno una colonna.")
    if asked.kind is FieldKind.DECLARATION and not asked.text:
        wrong["text"] = _("Scrivi le parole esatte della dichiarazione.")
    if asked.kind is FieldKind.DOCUMENT and not asked.document_kind:
        wrong["document_kind"] = MISSING
    return wrong


def _always(asked: TypedQuestion, key: str, was: Field | None) -> dict[str, Any]:
    found: dict[str, Any] = {"key": key, "kind": asked.kind, "required": asked.required, "tells": asked.tells or None}
    for name in ("label", "hint", "why"):
        found[name] = worded(getattr(asked, name), getattr(was, name) if was else None)
    if was and was.kind is asked.kind:
        found["prefill"] = was.prefill
    return found


def _by_kind(asked: TypedQuestion, bounds: dict[str, Decimal | None], was: Field | None) -> dict[str, Any]:
    same = was if was and was.kind is asked.kind else None
    found: dict[str, Any]
    match asked.kind:
        case FieldKind.CHOICE | FieldKind.CHOICES:
            found = {"options": _options(_lines(asked.options), was.options if was else ())}
        case FieldKind.GROUP:
            found = {"parts": _parts(asked.columns, same.parts if same else ()), "max_rows": asked.max_rows}
        case FieldKind.ADDRESS | FieldKind.PERSON:
            found = {"parts": same.parts if same else ()}
        case FieldKind.DECLARATION:
            law = worded(asked.legal_text, same.legal_text if same else None)
            found = {"text": worded(asked.text, same.text if same else None), "legal_text": law}
        case FieldKind.DOCUMENT:
            found = {"document_kind": asked.document_kind, "late_days": asked.late_days}
        case FieldKind.DATE:
            found = {"is_past": asked.is_past}
        case FieldKind.CODICE_FISCALE:
            found = {"is_signer": asked.is_signer}
        case FieldKind.TEXT:
            found = {"format": asked.format, "max_length": asked.max_length}
        case FieldKind.LONG_TEXT:
            found = {"max_length": asked.max_length}
        case FieldKind.COMPUTED:
            found = {"expression": same.expression if same else None, "shown_as": same.shown_as if same else None}
        case _:
            found = bounds if asked.kind in BOUNDED_KINDS else {}
    return found


def _options(lines: Sequence[str], were: Sequence[Option]) -> tuple[Option, ...]:
    """The answers in their order; a value stays with its words, and with new words in the same place."""
    by_words = {option.label.in_("it"): option for option in were}
    kept = {by_words[line].value for line in lines if line in by_words}
    found: list[Option] = []
    for place, line in enumerate(lines):
        was = by_words.get(line)
        if was is None and len(lines) == len(were) and were[place].value not in kept:
            was = were[place]
        taken = kept | {option.value for option in found}
        value = was.value if was else key_of(line, taken)
        found.append(Option(value=value, label=worded(line, was.label if was else None) or Localised({"it": line})))
    return tuple(found)


def _parts(columns: Sequence[Column], were: Sequence[Field]) -> tuple[Field, ...]:
    by_words = {part.label.in_("it"): part for part in were}
    found: list[Field] = []
    for column in columns:
        was = by_words.get(column.label)
        if was is not None and was.kind is column.kind:
            found.append(was)
            continue
        taken = {part.key for part in (*found, *were)}
        found.append(Field(key=key_of(column.label, taken), kind=column.kind, label=Localised({"it": column.label})))
    return tuple(found)


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _bound(typed: str, name: str, wrong: dict[str, Text]) -> Decimal | None:
    if not typed:
        return None
    try:
        found = Decimal(typed.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) > LITERAL_LIMIT:
        wrong[name] = _("Scrivi un numero.")
        return None
    return found
