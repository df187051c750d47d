"""What an application asks: steps and questions as data, kept with the version of the service and never changed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, cast

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic import Field as Bounded

from domain.catalogue.rules import conditions
from domain.catalogue.rules.parts import usual_parts
from domain.catalogue.terms import (
    BOUNDED_KINDS,
    COMPOSITE_KINDS,
    MOST_ROWS,
    PART_KINDS,
    FieldKind,
    TextFormat,
)
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
    ``tells`` names the fact of ``rules.facts`` that the answer is, for whoever checks the requirements of the service;
    ``is_past`` wants a day that is not in the future; ``text`` is the exact declaration to which somebody agrees,
    ``legal_text`` the words of the law behind it; ``document_kind`` is a word of ``documents.terms.DocumentKind``,
    ``late_days`` within how many days a promised document comes.
    ``minimum`` and ``maximum`` bound a number; ``format`` is the form of a text. ``parts`` are the boxes of an address
    or a person (the usual ones when none are given), or what each row of a group asks, up to ``max_rows`` rows.
    ``is_signer``: whoever has the codice fiscale that is answered signs the application too.
    ``expression`` is what a computed answer is, shown as ``shown_as``: money (in cents), number or decimal.
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
    tells: str | None = None
    max_length: int | None = None
    is_past: bool = False
    document_kind: str | None = None
    late_days: int | None = Bounded(default=None, ge=1, le=365)
    text: Localised | None = None
    legal_text: Localised | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    format: TextFormat | None = None
    parts: tuple["Field", ...] = ()
    max_rows: int = Bounded(default=1, ge=1, le=MOST_ROWS)
    expression: dict[str, Any] | None = None
    shown_as: FieldKind | None = None
    is_signer: bool = False

    @model_validator(mode="before")
    @classmethod
    def _with_usual_parts(cls, given: Any) -> Any:
        """An address or a person without parts gets the usual ones, which stay with the form from then on."""
        if not isinstance(given, dict):
            return given
        asked = cast("dict[str, Any]", given)
        return asked if asked.get("parts") else asked | {"parts": usual_parts(asked.get("kind"))}

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
        self._has_sound_parts()
        self._has_sound_numbers()
        return self

    def _has_sound_parts(self) -> None:
        if (self.kind in COMPOSITE_KINDS) != bool(self.parts):
            raise ValueError(f"{self.key}: groups, people and addresses, and only they, have parts")
        if len({part.key for part in self.parts}) != len(self.parts):
            raise ValueError(f"{self.key}: two parts have one key")
        beyond = (part.only_if or part.prefill or part.tells or part.is_signer for part in self.parts)
        if any(beyond) or any(part.kind not in PART_KINDS for part in self.parts):
            raise ValueError(f"{self.key}: a part is a simple question that is always asked")
        if self.is_signer and self.kind is not FieldKind.CODICE_FISCALE:
            raise ValueError(f"{self.key}: who signs is known by a codice fiscale")
        if self.max_rows > 1 and self.kind is not FieldKind.GROUP:
            raise ValueError(f"{self.key}: only a group has rows")

    def _has_sound_numbers(self) -> None:
        bounds = [bound for bound in (self.minimum, self.maximum) if bound is not None]
        if bounds and self.kind not in BOUNDED_KINDS:
            raise ValueError(f"{self.key}: only numbers have bounds")
        if any(abs(bound) > conditions.LITERAL_LIMIT for bound in bounds) or bounds != sorted(bounds):
            raise ValueError(f"{self.key}: the bounds of a number are out of order or too large")
        if self.format is not None and self.kind is not FieldKind.TEXT:
            raise ValueError(f"{self.key}: only a text has a format")
        if (self.kind is FieldKind.COMPUTED) != (self.expression is not None):
            raise ValueError(f"{self.key}: a computed answer, and only it, has an expression")
        if (self.kind is FieldKind.COMPUTED) != (self.shown_as in BOUNDED_KINDS):
            raise ValueError(f"{self.key}: a computed answer is shown as money, number or decimal")
        if self.expression is not None:
            conditions.check(self.expression)

    def applies(self, answers: Mapping[str, Any]) -> bool:
        """Whether the question is asked, given the answers before it."""
        return conditions.holds(self.only_if, answers)

    def computed(self, answers: Mapping[str, Any]) -> int | None:
        """The result of a computed answer, in whole cents, hundredths or units; None when it cannot be told."""
        found = conditions.value(self.expression, answers) if self.expression is not None else None
        return found if type(found) is int else None

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
                _only_known(field.key, field.expression, seen)
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
