"""Add a transition to a draft, or change one."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.roles import Role
from domain.kernel.text import Text, _
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.procedure.actions.designing.change_draft import ChangeDraft, change_draft
from domain.procedure.queries.versions import version_to_design
from domain.procedure.rules.definition import AskedField, Key, Option, ProcedureDefinition, Transition
from domain.procedure.rules.editing import key_from, with_transition
from domain.procedure.terms import AskedKind, Effect, Trigger

MOST_FIELDS, MOST_OPTIONS = 20, 30
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class AskedQuestion(BaseModel):
    """A field as it was typed: ``label`` by language, the answers among which to choose in Italian, one a line."""

    label: dict[str, str] = Field(default_factory=dict)
    kind: AskedKind = AskedKind.TEXT
    required: bool = False
    is_internal: bool = False
    options: tuple[Line, ...] = ()


class KeepTransition(BaseModel):
    """In which draft, as seen at which revision; ``key`` None: a new one, whose key is made of its Italian name."""

    version_id: UUID
    seen_revision: int
    key: Key | None = None
    name: Localised
    source: Key
    target: Key
    roles: tuple[Role, ...] = ()
    is_for_citizen: bool = False
    trigger: Trigger | None = None
    is_bulk_allowed: bool = False
    fields: tuple[AskedQuestion, ...] = Field(default=(), max_length=MOST_FIELDS)
    required_document_kinds: tuple[DocumentKind, ...] = ()
    needs_visa: bool = False
    letter: Key | None = None
    notifies: bool = False
    effect: Effect = Effect.NONE


async def keep_transition(work: UnitOfWork, operator: Operator, command: KeepTransition) -> str:
    """The key of the transition. Answers and fields that were there before keep their keys and their translations.

    Refuses NotFound, Invalid with the places of what is wrong, TooLarge, and what ``change_draft`` refuses.
    """
    draft = await version_to_design(work, operator, command.version_id)
    before = ProcedureDefinition.model_validate(draft.definition)
    old = before.transition(command.key) if command.key else None
    if command.key and old is None:
        raise NotFound
    if wrong := {**_wrong_ends(before, command), **_wrong_fields(command)}:
        raise Invalid(wrong)
    key = command.key or key_from(command.name.in_("it"), [one.key for one in before.transitions], "passaggio")
    plain = Transition.model_fields.keys() - {"key", "fields"}
    kept = Transition(key=key, fields=_fields(command, old), **{name: getattr(command, name) for name in plain})
    change = ChangeDraft(
        version_id=command.version_id, seen_revision=command.seen_revision, definition=with_transition(before, kept)
    )
    await change_draft(work, operator, change)
    return key


def _wrong_ends(before: ProcedureDefinition, command: KeepTransition) -> dict[str, Text]:
    """The states that are not there: a colleague took them away."""
    known = {state.key for state in before.states}
    ends = {"source": command.source, "target": command.target}
    return {name: _("Scegli una delle risposte.") for name, key in ends.items() if key not in known}


def _wrong_fields(command: KeepTransition) -> dict[str, Text]:
    """By the place of the field: ``fields.0.label.it``, ``fields.0.options``."""
    wrong: dict[str, Text] = {}
    for place, one in enumerate(command.fields):
        if not one.label.get("it", "").strip():
            wrong[f"fields.{place}.label.it"] = _("Questa risposta serve.")
        if one.kind is AskedKind.CHOICE and not one.options:
            wrong[f"fields.{place}.options"] = _("Scrivi le risposte fra cui scegliere, una per riga.")
        if len(one.options) > MOST_OPTIONS:
            wrong[f"fields.{place}.options"] = _("Le risposte sono troppe: al massimo %(most)d.", most=MOST_OPTIONS)
    return wrong


def _fields(command: KeepTransition, old: Transition | None) -> tuple[AskedField, ...]:
    known = {one.label.in_("it"): one for one in (old.fields if old else ())}
    made: list[AskedField] = []
    for one in command.fields:
        label = Localised({code: words.strip() for code, words in one.label.items() if words.strip()})
        same = known.pop(label.in_("it"), None)
        taken = [*(field.key for field in made), *(field.key for field in known.values())]
        made.append(
            AskedField(
                key=same.key if same else key_from(label.in_("it"), taken, "risposta"),
                label=label,
                kind=one.kind,
                required=one.required,
                is_internal=one.is_internal,
                options=_options(one.options, same) if one.kind is AskedKind.CHOICE else (),
            )
        )
    return tuple(made)


def _options(lines: Sequence[str], same: AskedField | None) -> tuple[Option, ...]:
    known = {option.label.in_("it"): option for option in (same.options if same else ())}
    made: dict[str, Option] = {}
    for line in dict.fromkeys(lines):
        taken = [*made, *(option.value for option in known.values())]
        option = known.get(line) or Option(value=key_from(line, taken, "scelta"), label=Localised({"it": line}))
        made[option.value] = option
    return tuple(made.values())
