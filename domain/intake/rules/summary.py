"""All the answers of an application, for a reader: question and answer in words, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.catalogue.queries.form_of import FormDefinition
from domain.catalogue.terms import FieldKind
from domain.intake.rules.answers import visible, with_computed
from domain.intake.rules.shown import label, shown
from domain.intake.rules.typing.typed import Answers


@dataclass(frozen=True)
class AnswerRow:
    """A question and what was answered, both in the reader's language."""

    key: str
    label: str
    value: str
    kind: FieldKind


@dataclass(frozen=True)
class StepSummary:
    """The answers of one step."""

    key: str
    title: str
    answers: tuple[AnswerRow, ...]


def summary(
    form: FormDefinition, answers: Answers, language: str, files: Mapping[str, Sequence[str]]
) -> tuple[StepSummary, ...]:
    """Every question that was asked, with its answer; ``files`` are the names of those sent for each document."""
    given = with_computed(form, answers)
    return tuple(
        StepSummary(
            step.key,
            step.title.in_(language),
            tuple(
                AnswerRow(
                    field.key,
                    label(field, language),
                    shown(field, given, language, files=tuple(files.get(field.key, ()))),
                    field.kind,
                )
                for field in step.fields
            ),
        )
        for step in visible(form, answers)
    )
