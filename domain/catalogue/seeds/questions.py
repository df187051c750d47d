"""Short ways to write the questions of a form."""

from typing import Any

from domain.catalogue.rules.form_definition import Field, Option, Step
from domain.catalogue.terms import FieldKind
from domain.kernel.text import Text
from domain.platform.localised import Localised

LOCALISED = ("hint", "why", "text", "legal_text")


def ask(key: str, kind: FieldKind, label: Text, **more: Any) -> Field:
    """A question; sentences are given as Text, options as pairs of word and Text."""
    for name in LOCALISED:
        if name in more:
            more[name] = Localised.of(more[name])
    options = tuple(Option(value=value, label=Localised.of(words)) for value, words in more.pop("options", ()))
    return Field(key=key, kind=kind, label=Localised.of(label), options=options, **more)


def step(key: str, title: Text, *fields: Field, intro: Text | None = None) -> Step:
    """A page of questions."""
    return Step(key=key, title=Localised.of(title), intro=Localised.of(intro) if intro else None, fields=fields)


def answered(key: str, value: str) -> dict[str, Any]:
    """The condition that the question ``key`` was answered with ``value``."""
    return {"==": [{"var": key}, value]}


def row(key: str, kind: FieldKind, label: Text, **more: Any) -> dict[str, Any]:
    """A question of each row of a group."""
    options = tuple(Option(value=value, label=Localised.of(words)) for value, words in more.pop("options", ()))
    hint = Localised.of(more.pop("hint")) if "hint" in more else None
    return {"key": key, "kind": kind, "label": Localised.of(label), "options": options, "hint": hint, **more}
