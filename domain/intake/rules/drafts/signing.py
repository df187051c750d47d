"""Who signs an application besides the applicant, and what it is that they sign."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from babel.dates import format_date

from domain.catalogue.queries.form_of import Field, FormDefinition
from domain.intake.rules.answers import cleaned, visible
from domain.intake.rules.typing.boxes import Answers
from domain.intake.rules.typing.typed import value_of
from domain.intake.terms import SignatureWay
from domain.kernel.text import Text, _

ADULT_YEARS = 18


@dataclass(frozen=True)
class Signer:
    """Whoever has ``codice_fiscale``, by the question ``field``."""

    field: Field
    codice_fiscale: str


def is_signed_by_others(form: FormDefinition) -> bool:
    """Whether a question of ``form`` names somebody who signs too."""
    return any(field.is_signer for step in form.steps for field in step.fields)


def signers(form: FormDefinition, answers: Answers, *, but: str | None) -> tuple[Signer, ...]:
    """Those whom the answers name, each once; without ``but``, the applicant, who signs by sending."""
    found: dict[str, Signer] = {}
    for field in (field for step in visible(form, answers) for field in step.fields if field.is_signer):
        code = _code(field, answers)
        if code and code != but:
            found.setdefault(code, Signer(field, code))
    return tuple(found.values())


def signed_digest(version_id: UUID, form: FormDefinition, answers: Answers, files: Iterable[tuple[str, str]]) -> str:
    """What a signature stands for: the form, the answers as they will be sent, and (question, SHA-256) of each file.

    Empty while an answer is wrong: there is nothing to sign yet.
    """
    try:
        said = cleaned(form, answers)
    except ValueError:
        return ""
    content = {"form": str(version_id), "answers": said, "files": sorted(files)}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def signed_by(name: str, way: SignatureWay | None, day: date, language: str) -> Text:
    """That somebody has signed, how, and on which day."""
    signed_on = format_date(day, "long", locale=language)
    if way is SignatureWay.PAPER:
        return _("%(name)s, su carta allo sportello, il %(day)s", name=name, day=signed_on)
    return _("%(name)s, online con la sua identità digitale, il %(day)s", name=name, day=signed_on)


def _code(field: Field, answers: Answers) -> str | None:
    try:
        found = value_of(field, answers)
    except ValueError:
        return None
    return found if isinstance(found, str) else None
