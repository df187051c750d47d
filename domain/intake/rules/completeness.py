"""What keeps an application from being sent."""

from collections.abc import Mapping
from datetime import date

from domain.catalogue.queries.form_of import FormDefinition
from domain.intake.rules.answers import check_step, visible
from domain.intake.rules.typing.typed import Answers
from domain.kernel.text import Text


def missing(
    form: FormDefinition, answers: Answers, attached_fields: Mapping[str, int], *, today: date | None = None
) -> dict[str, dict[str, Text]]:
    """What is missing or wrong, by step and question, in the order of the form; empty when it can be sent.

    ``attached_fields`` counts the files sent for each document.
    """
    problems = {
        step.key: check_step(step, answers, attached=attached_fields, today=today) for step in visible(form, answers)
    }
    return {key: found for key, found in problems.items() if found}
