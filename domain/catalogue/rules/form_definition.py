"""What an application asks: steps and questions as data, kept with the version of the service and never changed."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from domain.catalogue.rules import conditions
from domain.catalogue.terms import FieldKind
from domain.platform.localised import Localised

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
CHOICE_KINDS = frozenset({FieldKind.CHOICE, FieldKind.CHOICES})


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Frozen):
    """One of the answers among which to choose."""

    value: Key
    label: Localised


class Field(_Frozen):
    """A question.

    ``why`` says why we ask; ``prefill`` names what we already know (``person.codice_fiscale``, ``contact.phone``);
    ``is_past`` wants a day that is not in the future; ``text`` is the exact declaration to which somebody agrees,
    ``legal_text`` the words of the law behind it; ``document_kind`` is a word of ``documents.terms.DocumentKind``.
    """

    key: Key
    kind: FieldKind
    label: Localised
    hint: Localised | None = None
    why: Localised | None = None
    required: bool = True
    options: tuple[Option, ...] = ()
    only_if: dict[str, Any] | None = None
    prefill: str | None = None
    max_length: int | None = None
    is_past: bool = False
    document_kind: str | None = None
    text: Localised | None = None
    legal_text: Localised | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> "Field":
        if (self.kind in CHOICE_KINDS) != bool(self.options):
            raise ValueError(f"{self.key}: choices, and only they, have options")
        if len({option.value for option in self.options}) != len(self.options):
            raise ValueError(f"{self.key}: two options have one value")
        if self.kind is FieldKind.DECLARATION and self.text is None:
            raise ValueError(f"{self.key}: a declaration needs its exact text")
        if self.only_if is not None:
            conditions.check(self.only_if)
        return self

    def applies(self, answers: Mapping[str, Any]) -> bool:
        """Whether the question is asked, given the answers before it."""
        return conditions.holds(self.only_if, answers)

    def option(self, value: str) -> Option | None:
        """The option with this value."""
        return next((option for option in self.options if option.value == value), None)


class Step(_Frozen):
    """A page of questions that belong together."""

    key: Key
    title: Localised
    intro: Localised | None = None
    fields: tuple[Field, ...]
    only_if: dict[str, Any] | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> "Step":
        if self.only_if is not None:
            conditions.check(self.only_if)
        return self

    def applies(self, answers: Mapping[str, Any]) -> bool:
        """Whether the step is shown, given the answers before it."""
        return conditions.holds(self.only_if, answers)


class FormDefinition(_Frozen):
    """All the steps, in their order. Every key is unique; conditions look only backwards."""

    steps: tuple[Step, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> "FormDefinition":
        seen: set[str] = set()
        for step in self.steps:
            _only_known(step.key, step.only_if, seen)
            for field in step.fields:
                _only_known(field.key, field.only_if, seen)
                if field.key in seen:
                    raise ValueError(f"{field.key}: two questions have one key")
                seen.add(field.key)
        if len({step.key for step in self.steps}) != len(self.steps):
            raise ValueError("two steps have one key")
        return self

    def step(self, key: str) -> Step | None:
        """The step with this key."""
        return next((step for step in self.steps if step.key == key), None)

    def field(self, key: str) -> Field | None:
        """The question with this key."""
        return next((field for step in self.steps for field in step.fields if field.key == key), None)


def _only_known(key: str, condition: dict[str, Any] | None, seen: set[str]) -> None:
    if unknown := conditions.variables(condition) - seen:
        raise ValueError(f"{key}: its condition looks at {', '.join(sorted(unknown))}, which is not asked before it")
