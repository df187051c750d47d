"""What was typed for a transition, as values that can be kept; and what is wrong with it, field by field."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.kernel import money
from domain.kernel.text import Text, _
from domain.procedure.rules.definition import AskedField
from domain.procedure.terms import AskedKind

LONGEST_TEXT = 4000
LONGEST_NUMBER = 9
LARGEST_AMOUNT = 9_999_999_999
PROBLEMS: dict[str, Text] = {
    "missing": _("Scrivi una risposta."),
    "text": _("Il testo è troppo lungo."),
    "date": _("Scrivi una data, per esempio 2 marzo 2026."),
    "money": _("Scrivi una somma, per esempio 350,00."),
    "number": _("Scrivi un numero intero."),
    "choice": _("Scegli una delle risposte."),
    "unknown": _("Questa risposta non è chiesta."),
}


def read(fields: tuple[AskedField, ...], typed: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Text]]:
    """The values by key, as JSON keeps them, and the problems by key."""
    values: dict[str, Any] = {}
    problems = {key: PROBLEMS["unknown"] for key in typed if key not in {field.key for field in fields}}
    for field in fields:
        words = str(typed.get(field.key) or "").strip()
        if not words:
            if field.required:
                problems[field.key] = PROBLEMS["missing"]
            continue
        try:
            values[field.key] = _value(field, words)
        except (ValueError, ArithmeticError):
            problems[field.key] = PROBLEMS[field.kind.value]
    return values, problems


def _value(field: AskedField, words: str) -> Any:
    match field.kind:
        case AskedKind.DATE:
            return date.fromisoformat(words).isoformat()
        case AskedKind.MONEY:
            amount = money.parse(words)
            if not amount.is_finite() or not 0 <= amount <= LARGEST_AMOUNT:
                raise ValueError("money")
            return str(amount)
        case AskedKind.NUMBER:
            if not (words.isdecimal() and len(words) <= LONGEST_NUMBER):
                raise ValueError("number")
            return int(words)
        case AskedKind.CHOICE:
            if words not in {option.value for option in field.options}:
                raise ValueError("choice")
            return words
        case _:
            if len(words) > LONGEST_TEXT:
                raise ValueError("text")
            return words
