"""What a procedure is made of: states and transitions as data of the ente, in versions that never change."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from domain.kernel.roles import Role
from domain.platform.localised import Localised
from domain.procedure.terms import AskedKind, Clock, Effect, StateKind, Trigger

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
MOST_STATES, MOST_TRANSITIONS = 60, 200
LONGEST_WAIT = 3650


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class State(_Frozen):
    """Where a proceeding can be.

    ``told`` is the sentence for the citizen; ``clock`` what the term does meanwhile; ``task`` what somebody has to do
    here, within ``days``: after them the transition ``on_expiry`` happens by itself.
    """

    key: Key
    name: Localised
    told: Localised | None = None
    kind: StateKind
    is_final: bool = False
    clock: Clock = Clock.RUNNING
    task: Localised | None = None
    days: int | None = Field(default=None, ge=1, le=LONGEST_WAIT)


class Option(_Frozen):
    """One of the answers among which to choose."""

    value: Key
    label: Localised


class AskedField(_Frozen):
    """What a transition asks of who makes it. ``is_internal``: only the offices read the answer."""

    key: Key
    label: Localised
    kind: AskedKind = AskedKind.TEXT
    required: bool = True
    is_internal: bool = False
    options: tuple[Option, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> "AskedField":
        if (self.kind is AskedKind.CHOICE) != bool(self.options):
            raise ValueError(f"{self.key}: choices, and only they, have options")
        if len({option.value for option in self.options}) != len(self.options):
            raise ValueError(f"{self.key}: two options have one value")
        return self


class Transition(_Frozen):
    """A way from a state to another: by operators with one of ``roles``, by the citizen, or by itself on ``trigger``.

    ``required_document_kinds`` are words of ``documents.terms.DocumentKind``; ``needs_visa`` waits for a supervisor;
    ``letter`` names the template of a letter; ``notifies`` tells the citizen of the new state.
    """

    key: Key
    name: Localised
    source: Key
    target: Key
    roles: tuple[Role, ...] = ()
    is_for_citizen: bool = False
    trigger: Trigger | None = None
    is_bulk_allowed: bool = False
    fields: tuple[AskedField, ...] = ()
    required_document_kinds: tuple[str, ...] = ()
    needs_visa: bool = False
    letter: Key | None = None
    notifies: bool = False
    effect: Effect = Effect.NONE

    @property
    def is_automatic(self) -> bool:
        """Whether the program makes it by itself."""
        return self.trigger is not None

    @model_validator(mode="after")
    def _is_whole(self) -> "Transition":
        if len({field.key for field in self.fields}) != len(self.fields):
            raise ValueError(f"{self.key}: two fields have one key")
        return self


class ProcedureDefinition(_Frozen):
    """All of it. ``exempt_from_notice`` is the ground of law for which no 10-bis notice comes before a rejection.

    ``is_started_by_citizen``: upon a request, not by the office itself. ``term_days`` is the term where the service
    says none; ``term_ground`` the act of the ente that allows more than the law's ordinary longest term.
    """

    start: Key
    states: tuple[State, ...] = Field(min_length=1, max_length=MOST_STATES)
    transitions: tuple[Transition, ...] = Field(default=(), max_length=MOST_TRANSITIONS)
    is_started_by_citizen: bool = True
    exempt_from_notice: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    term_days: int | None = Field(default=None, ge=1)
    term_ground: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""

    @model_validator(mode="after")
    def _hangs_together(self) -> "ProcedureDefinition":
        keys = [state.key for state in self.states]
        if len(set(keys)) != len(keys):
            raise ValueError("two states have one key")
        if len({one.key for one in self.transitions}) != len(self.transitions):
            raise ValueError("two transitions have one key")
        named = {self.start, *(key for one in self.transitions for key in (one.source, one.target))}
        if unknown := named - set(keys):
            raise ValueError(f"there is no state {', '.join(sorted(unknown))}")
        return self

    def state(self, key: str) -> State:
        """The state with this key; KeyError when there is none."""
        return {state.key: state for state in self.states}[key]

    def transition(self, key: str) -> Transition | None:
        """The transition with this key."""
        return next((one for one in self.transitions if one.key == key), None)

    def ways_out(self, state: str) -> tuple[Transition, ...]:
        """The transitions that leave a state, in their order."""
        return tuple(one for one in self.transitions if one.source == state)

    def automatic(self, state: str, trigger: Trigger) -> Transition | None:
        """What happens in a state by itself on ``trigger``."""
        return next((one for one in self.ways_out(state) if one.trigger is trigger), None)
