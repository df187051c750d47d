"""An ente chooses the words of a letter, in one language."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, StringConstraints

from domain.intake.model.letter_template import LetterTemplate
from domain.intake.permissions import may_write_letters
from domain.intake.queries.letters.letter_words import last_number
from domain.intake.rules.letter_words import TAGS
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.tagged import wrong_tag
from domain.kernel.text import Text, _
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.procedure.terms.designing import Letter


def _known(code: str) -> str:
    if code not in BY_CODE:
        raise ValueError("enum")
    return code


class WriteLetterWords(BaseModel):
    """The words, with tags in braces; an empty line parts paragraphs. In force from ``starts_on``, or from today."""

    letter: Letter
    language: Annotated[str, AfterValidator(_known)]
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160)]
    opening: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=6000)]
    closing: Annotated[str, StringConstraints(strip_whitespace=True, max_length=6000)] = ""
    starts_on: date | None = None


async def write_letter_words(work: UnitOfWork, operator: Operator, command: WriteLetterWords) -> int:
    """The number of the new version, for the operator's ente; letters that were sent keep what they said.

    Refuses NotAllowed, and Invalid by field: a tag that cannot be filled, a first day that is past.
    """
    if not may_write_letters(operator):
        raise NotAllowed
    found: dict[str, Text] = {}
    for field in ("title", "opening", "closing"):
        if (wrong := wrong_tag(getattr(command, field), TAGS)) is not None:
            found[field] = wrong
    if command.starts_on is not None and command.starts_on < work.today:
        found["starts_on"] = _("Scegli oggi o un giorno che deve venire.")
    if found:
        raise Invalid(found)
    await locks.hold(work, "letter words", operator.ente_id, f"{command.letter.value}:{command.language}")
    number = 1 + await last_number(work, operator.ente_id, command.letter, command.language)
    facts: dict[str, Any] = command.model_dump() | {
        "letter": command.letter.value,
        "starts_on": command.starts_on or work.today,
    }
    work.session.add(
        LetterTemplate(ente_id=operator.ente_id, number=number, written_by_id=operator.operator_id, **facts)
    )
    return number
