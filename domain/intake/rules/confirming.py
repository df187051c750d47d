"""What somebody confirms: the questions and answers of a step, the sentence of a declaration."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from domain.catalogue.queries.form_of import Field, FormDefinition, Step
from domain.catalogue.terms import FieldKind
from domain.intake.rules.answers import visible
from domain.intake.rules.summary import AnswerRow, StepSummary, summary
from domain.intake.rules.typing.typed import Answers
from domain.kernel.languages import SOURCE

REVIEW = "riepilogo"
"""Instead of a step: everything together, before it is sent."""
NOT_READ = frozenset({FieldKind.DECLARATION, FieldKind.DOCUMENT})
"""Declarations are confirmed one by one; files are sent, not confirmed."""


def told(step: StepSummary) -> tuple[AnswerRow, ...]:
    """The questions and answers of a step that somebody reads and confirms."""
    return tuple(row for row in step.answers if row.kind not in NOT_READ)


def confirmed_rows(form: FormDefinition, answers: Answers, step_key: str, language: str) -> list[list[str]]:
    """Question and answer in words, of one step or of all when it is the review."""
    steps = summary(form, answers, language, {})
    return [[row.label, row.value] for step in steps if step_key in (step.key, REVIEW) for row in told(step)]


def digest_of(form: FormDefinition, answers: Answers, step_key: str) -> str:
    """The same for the same questions with the same answers, in whatever language they were read."""
    return _digest(confirmed_rows(form, answers, step_key, SOURCE.code))


def digests(form: FormDefinition, answers: Answers) -> dict[str, str]:
    """The digest of every step that is asked now, of every declaration in them, and of the review."""
    steps = visible(form, answers)
    found = {step.key: digest_of(form, answers, step.key) for step in steps}
    found |= {field.key: declaration_digest(field) for field in declarations(steps)}
    return found | {REVIEW: digest_of(form, answers, REVIEW)}


def declarations(steps: Sequence[Step]) -> list[Field]:
    """The declarations among the questions of ``steps``."""
    return [field for step in steps for field in step.fields if field.kind is FieldKind.DECLARATION]


def declaration_digest(field: Field) -> str:
    """The same for the same sentence, whatever the language in which it was read."""
    return _digest([[field.key, declared_text(field, SOURCE.code)]])


def declared_text(field: Field, language: str) -> str:
    """The very sentence to which somebody agrees."""
    return (field.text or field.label).in_(language)


def unconfirmed(form: FormDefinition, answers: Answers, agreed: Mapping[str, str]) -> list[str]:
    """The declarations that nobody has confirmed as they stand; ``agreed`` are the digests of those confirmed."""
    asked = declarations(visible(form, answers))
    return [field.key for field in asked if agreed.get(field.key) != declaration_digest(field)]


def _digest(rows: Sequence[Sequence[str]]) -> str:
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()
