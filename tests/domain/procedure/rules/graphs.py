"""Procedures for property tests: any odd graph at all."""

from hypothesis import strategies as st

from domain.kernel.roles import Role
from domain.platform.localised import Localised
from domain.procedure.rules.definition import ProcedureDefinition, State, Transition
from domain.procedure.terms import Clock, Effect, StateKind, Trigger

EFFECTS = (
    Effect.NONE,
    Effect.SUSPEND_FOR_INTEGRATION,
    Effect.ANNOUNCE_REJECTION,
    Effect.REJECT,
    Effect.GRANT,
    Effect.ASK_REVIEW,
)


def words(text: str) -> Localised:
    """Italian only."""
    return Localised({"it": text})


@st.composite
def procedures(draw: st.DrawFn, most: int = 7, most_transitions: int = 14) -> ProcedureDefinition:
    """States and transitions between any of them, sound or not."""
    keys = [f"s{number}" for number in range(draw(st.integers(1, most)))]
    states = tuple(
        State(
            key=key,
            name=words(f"Stato {key}"),
            told=draw(st.none() | st.just(words("Aspetta."))),
            kind=StateKind.OPEN,
            is_final=draw(st.booleans()),
            clock=draw(st.sampled_from(Clock)),
            days=draw(st.none() | st.integers(1, 60)),
        )
        for key in keys
    )
    anywhere = st.sampled_from(keys)
    transitions = tuple(
        Transition(
            key=f"t{number}",
            name=words(draw(st.sampled_from(["Avanti", "avanti ", "Indietro", "Chiudi"])) + f" {number % 3}"),
            source=draw(anywhere),
            target=draw(anywhere),
            roles=draw(st.sampled_from([(), (Role.SOCIAL_WORKER,)])),
            is_for_citizen=draw(st.booleans()),
            trigger=draw(st.none() | st.sampled_from(Trigger)),
            effect=draw(st.sampled_from(EFFECTS)),
        )
        for number in range(draw(st.integers(0, most_transitions)))
    )
    return ProcedureDefinition(
        start=draw(anywhere),
        states=states,
        transitions=transitions,
        is_started_by_citizen=draw(st.booleans()),
        exempt_from_notice=draw(st.sampled_from(["", "L. 241/1990 art. 10-bis, ultimo periodo"])),
    )
