"""Nothing is asked twice: what an earlier application said of the same thing stands in a new draft."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date

from domain.catalogue.queries.form_of import Field, FormDefinition
from domain.intake.rules.answers import visible
from domain.intake.rules.drafts.copying import NEVER, fits
from domain.intake.rules.drafts.retyped import retyped
from domain.intake.rules.typing.boxes import Answers
from domain.kernel.text import Text, _

Sent = tuple[FormDefinition, Answers, date]
"""A form, what was answered to it, and the day on which it was sent."""
REGISTRY = {"source": "registry"}


def earlier_answers(form: FormDefinition, sent: Sequence[Sent]) -> dict[str, tuple[dict[str, Any], date]]:
    """By question of ``form`` that names what it asks (``prefill``): the latest answer to a question with that name."""
    found: dict[str, tuple[dict[str, Any], date]] = {}
    for field in (field for step in form.steps for field in step.fields):
        if not field.prefill or field.kind in NEVER:
            continue
        for old, answers, day in sent:
            if given := _same_thing(field, old, answers):
                found[field.key] = (given, day)
                break
    return found


def _same_thing(field: Field, old: FormDefinition, answers: Answers) -> dict[str, Any]:
    for before in (one for step in visible(old, answers) for one in step.fields):
        given = retyped(before, answers) if before.prefill == field.prefill else {}
        if given and fits(before, field, given):
            return {field.key + name.removeprefix(before.key): value for name, value in given.items()}
    return {}


def from_application(day: date) -> dict[str, str]:
    """What is remembered of an answer that stood in the application of ``day``."""
    return {"source": "application", "on": day.isoformat()}


def source_words(source: Mapping[str, str], language: str) -> Text:
    """From where an answer is, for who looks at the page."""
    if source.get("source") == "application":
        day = format_date(date.fromisoformat(source["on"]), "long", locale=language)
        return _("Già compilato dalla domanda del %(day)s: controlla.", day=day)
    return _("Già compilato con i dati che abbiamo: controlla.")
