"""The lines with which a condition is written on a page, without any language to learn."""

from collections.abc import Mapping
from typing import Any

from domain.catalogue.queries.form_of import Field
from domain.catalogue.queries.service_draft import MOST_LINES, as_lines, comparable
from domain.catalogue.terms import Comparison, Joining
from domain.kernel.text import _
from web.forms import Form
from web.locale import sentence


def condition_words(condition: dict[str, Any] | None, before: tuple[Field, ...]) -> list[str] | None:
    """Each line in words; None for a condition that lines cannot say."""
    lines = as_lines(condition, before)
    if lines is None:
        return None
    labels = {field.key: field.label.in_("it") for field in before}
    return [
        sentence(
            _(
                "«%(question)s» %(comparison)s «%(answer)s»",
                question=labels[line.question],
                comparison=line.comparison.label,
                answer=line.value,
            )
        )
        for line in lines.lines
    ]


def condition_values(condition: dict[str, Any] | None, before: tuple[Field, ...]) -> dict[str, str]:
    """What the boxes of the lines show."""
    lines = as_lines(condition, before)
    if lines is None:
        return {}
    found = {"join": lines.joining.value}
    for number, line in enumerate(lines.lines, 1):
        found[f"line.{number}.question"] = line.question
        found[f"line.{number}.comparison"] = line.comparison.value
        found[f"line.{number}.value"] = line.value
    return found


def condition_sent(form: Form[Any]) -> dict[str, Any] | None:
    """The lines that were sent, empty ones left out; None when the page had no lines."""
    if not form.value("join"):
        return None
    lines: list[Mapping[str, str]] = []
    for number in range(1, MOST_LINES + 1):
        question, value = (str(form.value(f"line.{number}.{box}")).strip() for box in ("question", "value"))
        comparison = str(form.value(f"line.{number}.comparison")) or Comparison.IS.value
        if question or value:
            lines.append({"question": question, "comparison": comparison, "value": value})
    return {"joining": form.value("join"), "lines": lines}


def condition_choices(condition: dict[str, Any] | None, before: tuple[Field, ...]) -> dict[str, Any]:
    """What the page needs to offer: the questions before, the comparisons, and whether lines can say the condition."""
    return {
        "is_advanced": as_lines(condition, before) is None,
        "questions": [(field.key, field.label.in_("it")) for field in comparable(before)],
        "comparisons": [(one.value, sentence(one.label)) for one in Comparison],
        "joinings": [(one.value, sentence(one.label)) for one in Joining],
        "line_numbers": range(1, MOST_LINES + 1),
    }
