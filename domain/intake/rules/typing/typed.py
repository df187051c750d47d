"""From what was typed to a value, for each kind of question. What cannot be right raises ``ValueError(reason)``."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.catalogue.queries.form_of import Field
from domain.catalogue.terms import COMPOSITE_KINDS, NO, YES, FieldKind
from domain.intake.rules.typing.boxes import LATER, Answers, boxes_of, filled_rows
from domain.intake.rules.typing.dates_typed import day_typed
from domain.intake.rules.typing.named_formats import read_format
from domain.kernel import codice_fiscale, iban, money

Row = Mapping[str, Any]
Value = str | Decimal | int | date | tuple[str, ...] | tuple[Row, ...] | None

TICKED = frozenset({YES, "on", "true", "1"})
HUNDREDTHS = 100
LARGEST_AMOUNT = Decimal("9999999999")
LARGEST_NUMBER_DIGITS = 9
_EMAIL = re.compile(r"[^@\s<>\"']{1,64}@[^@\s<>\"'.]+(\.[^@\s<>\"'.]+)+")
_PHONE = re.compile(r"\+?\d{6,15}")


def keys_of(field: Field) -> tuple[str, ...]:
    """The names under which a page sends the answer to ``field``; none for a computed one."""
    return tuple(name for name, _leaf in boxes_of(field))


def value_of(field: Field, answers: Answers) -> Value:
    """The value that was answered; None when nothing was.

    A ticked declaration and a document to be sent later are ``yes``; groups, addresses and people are rows of values
    by part. Understands what was typed and what was cleaned alike. Raises ``ValueError`` with the reason when what was
    typed cannot be a value of this kind.
    """
    if field.kind in COMPOSITE_KINDS:
        return _rows(field, answers)
    match field.kind:
        case FieldKind.DATE:
            return _date(field, answers)
        case FieldKind.DOCUMENT:
            return YES if _text(answers.get(f"{field.key}.{LATER}")) in TICKED else None
        case FieldKind.DECLARATION:
            return YES if _text(answers.get(field.key)) in TICKED else None
        case FieldKind.CHOICES:
            return _several(field, answers.get(field.key))
        case _:
            typed = _text(answers.get(field.key))
            return _single(field, typed) if typed else None


def fact_of(field: Field, answers: Answers) -> Any:
    """The value as conditions see it: euros in cents, choices as their words, nothing when it is wrong.

    A group is the list of its filled rows; addresses and people are nothing that a condition may look into.
    """
    if field.kind in COMPOSITE_KINDS:
        return _fact_rows(field, answers) if field.kind is FieldKind.GROUP else None
    try:
        return _fact(value_of(field, answers))
    except ValueError:
        return None


def _fact_rows(field: Field, answers: Answers) -> list[dict[str, Any]]:
    return [{part.key: fact_of(part, row) for part in field.parts} for _prefix, row in filled_rows(field, answers)]


def _fact(value: Value) -> Any:
    match value:
        case Decimal():
            return int(value * HUNDREDTHS)
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _rows(field: Field, answers: Answers) -> tuple[Row, ...] | None:
    rows = tuple(
        {part.key: value_of(part, row) for part in field.parts} for _prefix, row in filled_rows(field, answers)
    )
    return rows or None


def _single(field: Field, typed: str) -> Value:
    if field.kind is FieldKind.CHOICE:
        return _known(field, typed)
    if field.kind is FieldKind.COMPUTED:
        return int(typed) if field.shown_as is FieldKind.NUMBER else Decimal(typed)
    if field.format is not None:
        return read_format(field.format, typed)
    read = _READERS.get(field.kind)
    return read(typed) if read else typed


def _date(field: Field, answers: Answers) -> date | None:
    if cleaned := _text(answers.get(field.key)):
        return date.fromisoformat(cleaned)
    parts = [_text(answers.get(key)) for key in keys_of(field)]
    if not any(parts):
        return None
    try:
        return day_typed(*parts)
    except (ValueError, OverflowError) as refused:
        raise ValueError("date") from refused


def _money(typed: str) -> Decimal:
    amount = money.parse(typed)
    if not amount.is_finite() or amount < 0 or amount > LARGEST_AMOUNT:
        raise ValueError("money")
    return amount


def _decimal(typed: str) -> Decimal:
    try:
        amount = money.parse(typed)
    except ValueError as refused:
        raise ValueError("decimal") from refused
    if not amount.is_finite() or abs(amount) > LARGEST_AMOUNT:
        raise ValueError("decimal")
    return amount


def _number(typed: str) -> int:
    if not (typed.isdecimal() and len(typed) <= LARGEST_NUMBER_DIGITS):
        raise ValueError("number")
    return int(typed)


def _several(field: Field, typed: Any) -> tuple[str, ...] | None:
    chosen = typed if isinstance(typed, list | tuple) else [typed]
    values = tuple(dict.fromkeys(_known(field, word) for word in map(_text, chosen) if word))
    return values or None


def _known(field: Field, typed: str) -> str:
    return _one_of(typed, tuple(option.value for option in field.options))


def _one_of(typed: str, words: tuple[str, ...]) -> str:
    if typed not in words:
        raise ValueError("choice")
    return typed


def _matching(form: re.Pattern[str], typed: str, reason: str) -> str:
    if not form.fullmatch(typed):
        raise ValueError(reason)
    return typed


_READERS: dict[FieldKind, Callable[[str], Value]] = {
    FieldKind.CODICE_FISCALE: codice_fiscale.check,
    FieldKind.MONEY: _money,
    FieldKind.NUMBER: _number,
    FieldKind.DECIMAL: _decimal,
    FieldKind.IBAN: iban.check,
    FieldKind.PHONE: lambda typed: _matching(_PHONE, re.sub(r"[\s().\-/]", "", typed), "phone"),
    FieldKind.EMAIL: lambda typed: _matching(_EMAIL, typed, "email"),
    FieldKind.YES_NO: lambda typed: _one_of(typed, (YES, NO)),
}


def _text(typed: Any) -> str:
    """The words of one answer; several answers where one was wanted count as none of them."""
    return typed.strip() if isinstance(typed, str) else ""
