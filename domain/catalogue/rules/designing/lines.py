"""Conditions in lines: a question, a comparison, an answer, up to three joined by and, or; kept as JSON Logic."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from pydantic import BaseModel, ConfigDict

from domain.catalogue.refusals import QuestionNotWhole
from domain.catalogue.rules.form_definition import Field
from domain.catalogue.terms import YES, Comparison, FieldKind, Joining
from domain.kernel.money import parse
from domain.kernel.text import Text, _
from domain.platform.language import say

MOST_LINES = 3
EQUAL = (Comparison.IS, Comparison.IS_NOT)
ORDERED = (*EQUAL, Comparison.AT_LEAST, Comparison.AT_MOST)
COMPARABLE: dict[FieldKind, tuple[Comparison, ...]] = {
    **dict.fromkeys((FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.CHOICE, FieldKind.YES_NO), EQUAL),
    **dict.fromkeys((FieldKind.DECLARATION, FieldKind.DOCUMENT), EQUAL),
    **dict.fromkeys((FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DECIMAL, FieldKind.DATE), ORDERED),
    FieldKind.CHOICES: (Comparison.CONTAINS,),
}
OPERATORS = {Comparison.IS: "==", Comparison.IS_NOT: "!=", Comparison.AT_LEAST: ">=", Comparison.AT_MOST: "<="}
YES_WORD, NO_WORD = _("Sì"), _("No")


class Line(BaseModel):
    """``value`` as somebody types it: the words of an answer, a number, euros, a day like 2026-11-22."""

    model_config = ConfigDict(frozen=True)

    question: str
    comparison: Comparison = Comparison.IS
    value: str


class Lines(BaseModel):
    """The lines of a condition; none: always asked."""

    model_config = ConfigDict(frozen=True)

    joining: Joining = Joining.ALL
    lines: tuple[Line, ...] = ()


def comparable(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The questions at which a line can look."""
    return tuple(field for field in fields if _kind(field) in COMPARABLE)


def as_logic(asked: Lines, before: tuple[Field, ...]) -> dict[str, Any] | None:
    """The condition that ``asked`` says of the questions ``before`` it. Refuses QuestionNotWhole under ``line.N``."""
    known = {field.key: field for field in comparable(before)}
    wrong: dict[str, Text] = {}
    parts: list[dict[str, Any]] = []
    for number, line in enumerate(asked.lines[:MOST_LINES], 1):
        try:
            parts.append(_part(line, known))
        except _Wrong as refused:
            wrong[f"line.{number}.{refused.box}"] = refused.words
    if wrong:
        raise QuestionNotWhole(wrong)
    return {asked.joining.value: parts} if len(parts) > 1 else parts[0] if parts else None


def as_lines(condition: dict[str, Any] | None, before: tuple[Field, ...]) -> Lines | None:
    """``condition`` in lines; None when it says more than lines can."""
    if condition is None:
        return Lines()
    known = {field.key: field for field in comparable(before)}
    operator, argument = next(iter(condition.items()))
    joined = operator in (Joining.ALL, Joining.ANY) and isinstance(argument, list)
    parts = cast("list[Any]", argument) if joined else [condition]
    lines = [_line(part, known) for part in parts]
    if len(lines) > MOST_LINES or None in lines:
        return None
    joining = Joining(operator) if joined else Joining.ALL
    found = Lines(joining=joining, lines=tuple(line for line in lines if line))
    return found if as_logic(found, before) in (condition, parts[0] if len(parts) == 1 else condition) else None


class _Wrong(Exception):
    def __init__(self, box: str, words: Text) -> None:
        self.box, self.words = box, words
        super().__init__(str(words))


def _kind(field: Field) -> FieldKind:
    return field.shown_as or field.kind


def _part(line: Line, known: Mapping[str, Field]) -> dict[str, Any]:
    field = known.get(line.question)
    if field is None:
        raise _Wrong("question", _("Scegli una domanda che viene prima di questa."))
    if line.comparison not in COMPARABLE[_kind(field)]:
        raise _Wrong("comparison", _("Con questa domanda il confronto non va bene: scegline un altro."))
    value, var = _value(field, line.value.strip()), {"var": field.key}
    if line.comparison is Comparison.CONTAINS:
        return {"in": [value, var]}
    return {OPERATORS[line.comparison]: [var, value]}


def _value(field: Field, typed: str) -> Any:
    if words := _answers(field):
        return _among(words, typed)
    if not typed:
        raise _Wrong("value", _("Scrivi la risposta."))
    try:
        match _kind(field):
            case FieldKind.NUMBER:
                return int(typed)
            case FieldKind.MONEY | FieldKind.DECIMAL:
                return int(parse(typed) * 100)
            case FieldKind.DATE:
                return date.fromisoformat(typed).isoformat()
            case _:
                return typed
    except ValueError as refused:
        raise _Wrong("value", _("Scrivi un numero, o un giorno come 2026-11-22.")) from refused


def _answers(field: Field) -> dict[str, str]:
    """Value to Italian words of every answer among which one chooses; empty for free answers."""
    match field.kind:
        case FieldKind.YES_NO:
            return {"yes": say(YES_WORD, "it"), "no": say(NO_WORD, "it")}
        case FieldKind.DECLARATION | FieldKind.DOCUMENT:
            return {YES: say(YES_WORD, "it")}
        case _:
            return {option.value: option.label.in_("it") for option in field.options}


def _among(words: Mapping[str, str], typed: str) -> str:
    for value, label in words.items():
        if typed.casefold() in (label.casefold(), value):
            return value
    raise _Wrong("value", Text(_ONE_OF.msgid, {"answers": ", ".join(words.values())}))


_ONE_OF = _("Scrivi una di queste risposte: %(answers)s.")


def _line(part: Any, known: Mapping[str, Field]) -> Line | None:
    operator, argument = next(iter(part.items())) if isinstance(part, dict) and part else (None, None)
    if not isinstance(argument, list) or len(cast("list[Any]", argument)) != 2:
        return None
    found = next((one for one, sign in OPERATORS.items() if sign == operator), None)
    var, value = cast("list[Any]", argument)
    if operator == "in":
        found, var, value = Comparison.CONTAINS, value, var
    looked_at = cast("dict[str, Any]", var).get("var") if isinstance(var, dict) else None
    field = known.get(looked_at) if isinstance(looked_at, str) else None
    if found is None or field is None or not isinstance(value, str | int) or isinstance(value, bool):
        return None
    return Line(question=field.key, comparison=found, value=_shown(field, value))


def _shown(field: Field, value: str | int) -> str:
    if words := _answers(field):
        return words.get(str(value), str(value))
    if _kind(field) in (FieldKind.MONEY, FieldKind.DECIMAL) and isinstance(value, int):
        sign, cents = "-" if value < 0 else "", abs(value)
        return f"{sign}{cents // 100},{cents % 100:02d}"
    return str(value)
