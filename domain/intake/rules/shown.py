"""An answer as somebody reads it, in a language: on the review page, in the receipt, on the operator's sheet."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from domain.catalogue.queries.form_of import Field, Localised
from domain.catalogue.terms import COMPOSITE_KINDS, NO, YES, FieldKind
from domain.intake.rules.typing.boxes import filled_rows
from domain.intake.rules.typing.paper_days import day_read, is_promised, promised_by
from domain.intake.rules.typing.typed import Answers, Value, keys_of, value_of
from domain.kernel import iban
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.text import _
from domain.platform.language import say

WORDS = {YES: _("Sì"), NO: _("No")}
LATER_WORDS = _("Lo mando dopo")
LATER_BY_WORDS = _("Lo mando entro il %(day)s")
CONFIRMED = _("Ho letto e confermo")
NOTHING = _("Nessuna risposta")


def spoken(language: str | None) -> str:
    """``language`` if the system speaks it, else Italian."""
    return language if language in BY_CODE else SOURCE.code


def label(field: Field, language: str) -> str:
    """The question; for a declaration the very sentence to which somebody agrees."""
    return (field.text if field.kind is FieldKind.DECLARATION and field.text else field.label).in_(language)


def shown(field: Field, answers: Answers, language: str, *, files: tuple[str, ...] = ()) -> str:
    """The answer in words; what cannot be understood is shown as it was typed. ``files`` are those sent for it."""
    if field.kind is FieldKind.DOCUMENT:
        return "\n".join(files) if files else _promise(field, answers, language)
    if field.kind in COMPOSITE_KINDS:
        return _rows(field, answers, language)
    try:
        value = value_of(field, answers)
    except ValueError:
        return as_typed(field, answers)
    return say(NOTHING, language) if value is None else _words(field, value, language)


def _promise(field: Field, answers: Answers, language: str) -> str:
    if not is_promised(field, answers):
        return say(NOTHING, language)
    day = day_read(promised_by, field, answers)
    return say(replace(LATER_BY_WORDS, values={"day": day}) if day else LATER_WORDS, language)


def _rows(field: Field, answers: Answers, language: str) -> str:
    """A line for each row of a group; the words of an address or a person one after the other."""
    lines = [_row(field, row, language) for _prefix, row in filled_rows(field, answers)]
    return "\n".join(lines) or say(NOTHING, language)


def _row(field: Field, row: Answers, language: str) -> str:
    given = [(part, shown(part, row, language)) for part in field.parts if _is_given(part, row)]
    if field.kind is FieldKind.GROUP:
        return "; ".join(f"{label(part, language)}: {words}" for part, words in given)
    return ", ".join(words for _part, words in given)


def _is_given(part: Field, row: Answers) -> bool:
    return any(str(value).strip() for name, value in row.items() if name.partition(".")[0] == part.key)


def as_typed(field: Field, answers: Answers) -> str:
    """What stands in the boxes of the question."""
    typed = [answers.get(key, "") for key in keys_of(field)]
    return " ".join(" ".join(one) if isinstance(one, list) else str(one) for one in typed).strip()


def _words(field: Field, value: Value, language: str) -> str:
    match value:
        case date():
            return format_date(value, "long", locale=spoken(language))
        case Decimal() if FieldKind.DECIMAL in (field.kind, field.shown_as):
            return format_decimal(value, locale=spoken(language))
        case Decimal():
            return format_currency(value, "EUR", locale=spoken(language))
        case tuple():
            return ", ".join(_option(field, str(one), language) for one in value)
        case _:
            return _word(field, str(value), language)


def _word(field: Field, value: str, language: str) -> str:
    match field.kind:
        case FieldKind.CHOICE:
            return _option(field, value, language)
        case FieldKind.YES_NO:
            return say(WORDS[value], language)
        case FieldKind.DECLARATION:
            return say(CONFIRMED, language)
        case FieldKind.IBAN:
            return iban.shown(value)
        case _:
            return value


def _option(field: Field, value: str, language: str) -> str:
    option = field.option(value)
    words: Localised | None = option.label if option else None
    return words.in_(language) if words else value
