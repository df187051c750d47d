"""The facts that the answers of a form are, as the questions of the form declare (``Field.tells``)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.catalogue.queries.form_of import FormDefinition
from domain.intake.rules.answers import facts_of
from domain.intake.rules.checking.known import ANSWERED, KnownFact, is_a_value


def from_answers(form: FormDefinition, answers: Mapping[str, Any], day: date) -> list[KnownFact]:
    """What was answered on ``day`` to questions that are asked; an answer such as "I do not know" is no fact."""
    said = facts_of(form, answers)
    return [
        KnownFact(field.tells, said[field.key], ANSWERED, day)
        for step in form.steps
        for field in step.fields
        if field.tells and field.key in said and is_a_value(field.tells, said[field.key])
    ]
