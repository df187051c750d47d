"""The review in sections: question, answer, the address to change it, and what is missing."""

from dataclasses import dataclass

from domain.catalogue.terms import FieldKind
from domain.intake.queries.application_review import Review
from portal.steps.step_page import step_url
from web.locale import sentence

LISTED = frozenset({FieldKind.DOCUMENT, FieldKind.GROUP})


@dataclass(frozen=True)
class Gap:
    """An answer that is missing or wrong: which, why, and where to mend it."""

    label: str
    why: str
    href: str


@dataclass(frozen=True)
class Section:
    """A step of the form as the review shows it: rows for the macro ``facts``."""

    title: str
    rows: list[tuple[str, str | list[str], str]]
    gaps: list[Gap]


def review_sections(review: Review) -> list[Section]:
    """The steps of the review with their addresses."""
    sections: list[Section] = []
    for place, step in enumerate(review.steps, 1):
        address = step_url(review.application.id, place)
        missing = review.missing.get(step.key, {})
        rows: list[tuple[str, str | list[str], str]] = [
            (row.label, row.value.split("\n") if row.kind in LISTED else row.value, f"{address}#{row.key}")
            for row in step.answers
        ]
        labels = {row.key: row.label for row in step.answers}
        gaps = [
            Gap(labels.get(key.partition(".")[0], ""), sentence(why), f"{address}#{key}")
            for key, why in missing.items()
        ]
        sections.append(Section(step.title, rows, gaps))
    return sections
