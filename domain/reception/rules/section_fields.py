"""The optional sections are small forms kept as data: a version never changes, a new one is added beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.kernel import money
from domain.kernel.text import Text, _
from domain.reception.terms.desks import Section
from domain.reception.terms.section_fields import FieldKind

LONGEST = {FieldKind.TEXT: 200, FieldKind.LONG_TEXT: 2000}
MOST = 999_999


@dataclass(frozen=True)
class SectionField:
    """A question: what is answered among ``options``, or among the codes of the ente's list ``list_name``."""

    key: str
    label: Text
    kind: FieldKind = FieldKind.TEXT
    options: tuple[tuple[str, Text], ...] = ()
    list_name: str = ""


@dataclass(frozen=True)
class SectionForm:
    """The questions of a section, in one version."""

    section: Section
    version: int
    fields: tuple[SectionField, ...]


def cleaned(
    form: SectionForm, typed: Mapping[str, str], codes: Mapping[str, frozenset[str]]
) -> tuple[dict[str, Any], dict[str, Text]]:
    """The answers to keep, as JSON, and what is wrong by key; ``codes`` are those known in each list."""
    kept: dict[str, Any] = {}
    problems: dict[str, Text] = {}
    for field in form.fields:
        text = str(typed.get(field.key, "")).strip()
        if not text:
            continue
        try:
            kept[field.key] = _value(field, text, codes)
        except ValueError:
            problems[field.key] = PROBLEMS[field.kind]
    return kept, problems


def _value(field: SectionField, text: str, codes: Mapping[str, frozenset[str]]) -> Any:
    match field.kind:
        case FieldKind.NUMBER:
            return _bounded(int(text))
        case FieldKind.MONEY:
            return str(money.parse(text))
        case FieldKind.DAY:
            return date.fromisoformat(text).isoformat()
        case FieldKind.YES_NO:
            return _one_of(text, frozenset({"yes", "no"}))
        case FieldKind.CHOICE:
            known = (
                codes.get(field.list_name, frozenset()) if field.list_name else {one for one, _label in field.options}
            )
            return _one_of(text, frozenset(known))
        case _:
            if len(text) > LONGEST[field.kind]:
                raise ValueError("length")
            return text


def _bounded(number: int) -> int:
    if not 0 <= number <= MOST:
        raise ValueError("number")
    return number


def _one_of(text: str, known: frozenset[str]) -> str:
    if text not in known:
        raise ValueError("choice")
    return text


PROBLEMS: dict[FieldKind, Text] = {
    FieldKind.TEXT: _("Il testo è troppo lungo."),
    FieldKind.LONG_TEXT: _("Il testo è troppo lungo."),
    FieldKind.NUMBER: _("Scrivi un numero."),
    FieldKind.MONEY: _("Scrivi una somma in euro, per esempio 8.400,50."),
    FieldKind.DAY: _("Scrivi una data, per esempio 27 marzo 1948."),
    FieldKind.YES_NO: _("Scegli una delle risposte."),
    FieldKind.CHOICE: _("Scegli una delle risposte."),
}
