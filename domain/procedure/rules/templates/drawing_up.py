"""Short ways to write a procedure: sentences are given as Text and kept in every language of today's catalogues."""

from typing import Any

from domain.kernel.text import Text
from domain.platform.localised import Localised
from domain.procedure.rules.definition import AskedField, Option, State, Transition
from domain.procedure.terms import AskedKind, StateKind


def state(key: str, kind: StateKind, name: Text, told: Text, **more: Any) -> State:
    """A state, with the sentence for the citizen."""
    if "task" in more:
        more["task"] = Localised.of(more["task"])
    return State(key=key, kind=kind, name=Localised.of(name), told=Localised.of(told), **more)


def way(key: str, source: str, target: str, name: Text, **more: Any) -> Transition:
    """A transition."""
    return Transition(key=key, source=source, target=target, name=Localised.of(name), **more)


def asked(key: str, label: Text, kind: AskedKind = AskedKind.TEXT, **more: Any) -> AskedField:
    """A field of a transition; options are pairs of word and Text."""
    options = tuple(Option(value=value, label=Localised.of(words)) for value, words in more.pop("options", ()))
    return AskedField(key=key, label=Localised.of(label), kind=kind, options=options, **more)
