"""Changing a drawing piece by piece: what is asked becomes a whole definition, with keys that the program makes."""

import re
import unicodedata
from collections.abc import Iterable

from domain.procedure.refusals import StartIsNeeded, TooLarge
from domain.procedure.rules.definition import (
    MOST_STATES,
    MOST_TRANSITIONS,
    ProcedureDefinition,
    State,
    Transition,
)

LONGEST_KEY = 36


def key_from(name: str, taken: Iterable[str], otherwise: str) -> str:
    """A key made of the Italian ``name``, not one of ``taken``; ``otherwise`` where the name has no letter of ours."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:LONGEST_KEY].rstrip("_") or otherwise
    known, number, key = set(taken), 1, made
    while key in known:
        number += 1
        key = f"{made}_{number}"
    return key


def with_state(definition: ProcedureDefinition, one: State) -> ProcedureDefinition:
    """The state in its place, or after the others. Refuses TooLarge."""
    if len(definition.states) >= MOST_STATES and one.key not in {state.key for state in definition.states}:
        raise TooLarge
    states = {state.key: state for state in definition.states} | {one.key: one}
    return definition.model_copy(update={"states": tuple(states.values())})


def without_state(definition: ProcedureDefinition, key: str) -> ProcedureDefinition:
    """The drawing without the state and the transitions that touch it. Refuses StartIsNeeded."""
    if key == definition.start:
        raise StartIsNeeded
    return definition.model_copy(
        update={
            "states": tuple(one for one in definition.states if one.key != key),
            "transitions": tuple(one for one in definition.transitions if key not in (one.source, one.target)),
        }
    )


def with_transition(definition: ProcedureDefinition, one: Transition) -> ProcedureDefinition:
    """The transition in its place, or after the others. Refuses TooLarge."""
    if len(definition.transitions) >= MOST_TRANSITIONS and definition.transition(one.key) is None:
        raise TooLarge
    ways = {way.key: way for way in definition.transitions} | {one.key: one}
    return definition.model_copy(update={"transitions": tuple(ways.values())})


def without_transition(definition: ProcedureDefinition, key: str) -> ProcedureDefinition:
    """The drawing without the transition."""
    return definition.model_copy(update={"transitions": tuple(one for one in definition.transitions if one.key != key)})
