"""The parts of a sheet that are codes, in the words of the ente's lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.kernel.text import Text
from domain.organization.queries.codes import CodeRow
from domain.reception.model.sheet import ContactSheet
from domain.reception.queries.code_words import CATEGORIES, CHANNELS, INTERLOCUTORS, REASONS, labels
from domain.reception.rules.section_forms import in_version
from domain.reception.terms.desks import Section
from domain.reception.terms.section_fields import FieldKind
from domain.reception.terms.sheets import Outcome


@dataclass(frozen=True)
class AccessPart:
    """How the contact came about, in the words of the ente's lists."""

    channel: str
    interlocutor: str
    interlocutor_office: str
    interlocutor_body_id: UUID | None
    reasons: tuple[str, ...]
    reason_words: str
    accompanied_by: str
    is_person_present: bool | None
    is_person_informed: bool | None


@dataclass(frozen=True)
class AnswerRow:
    """An answer of an optional section: what was asked, and what was said."""

    label: Text
    value: Any
    kind: FieldKind
    chosen: Text | str | None = None


@dataclass(frozen=True)
class ClosurePart:
    """How it ended."""

    orientation: str
    outcome: Outcome | None
    categories: tuple[str, ...]
    closing_note: str


def _label(codes: Mapping[str, list[CodeRow]], list_name: str, code: str | None) -> str:
    return labels(codes[list_name]).get(code, code) if code else ""


def access_of(found: ContactSheet, codes: Mapping[str, list[CodeRow]]) -> AccessPart:
    """How the contact came about."""
    return AccessPart(
        channel=_label(codes, CHANNELS, found.channel),
        interlocutor=_label(codes, INTERLOCUTORS, found.interlocutor),
        interlocutor_office=found.interlocutor_office,
        interlocutor_body_id=found.interlocutor_body_id,
        reasons=tuple(_label(codes, REASONS, code) for code in found.reasons),
        reason_words=found.reason_words,
        accompanied_by=found.accompanied_by,
        is_person_present=found.is_person_present,
        is_person_informed=found.is_person_informed,
    )


def closure_of(found: ContactSheet, codes: Mapping[str, list[CodeRow]]) -> ClosurePart:
    """How it ended."""
    categories = tuple(_label(codes, CATEGORIES, code) for code in found.categories)
    return ClosurePart(found.orientation, found.outcome, categories, found.closing_note)


def answers_of(found: ContactSheet, section: Section, codes: Mapping[str, list[CodeRow]]) -> list[AnswerRow]:
    """The answers of an optional section, read with the version in which they were given."""
    kept = found.sections[section.value]
    rows = []
    for field in in_version(section, kept["version"]).fields:
        if (value := kept["answers"].get(field.key)) is None:
            continue
        chosen = dict(field.options).get(value) if field.options else None
        if field.list_name:
            chosen = _label(codes, field.list_name, str(value))
        rows.append(AnswerRow(field.label, value, field.kind, chosen))
    return rows
