"""An ente chooses the words of a message, in one language."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, StringConstraints

from domain.catalogue.queries.published_services import published_services
from domain.correspondence.model.message_words import MessageTemplate
from domain.correspondence.permissions import may_write_words
from domain.correspondence.queries.words.message_words import last_number
from domain.correspondence.refusals import NotYourWords
from domain.correspondence.rules.wording import Words, problems
from domain.correspondence.terms.occasions import WRITTEN, Occasion
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE
from domain.kernel.refusals import Invalid
from domain.kernel.tagged import paragraphs_of
from domain.kernel.text import Text, _
from domain.platform import locks
from domain.platform.work import UnitOfWork


def _known(code: str) -> str:
    if code not in BY_CODE:
        raise ValueError("enum")
    return code


def _written(occasion: Occasion) -> Occasion:
    if occasion not in WRITTEN:
        raise ValueError("enum")
    return occasion


class WriteMessageWords(BaseModel):
    """The words, with tags in braces; an empty line parts paragraphs. In force from ``starts_on``, or from today."""

    occasion: Annotated[Occasion, AfterValidator(_written)]
    language: Annotated[str, AfterValidator(_known)]
    subject: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    body: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
    short: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""
    starts_on: date | None = None


async def write_message_words(work: UnitOfWork, operator: Operator, command: WriteMessageWords) -> int:
    """The number of the new version, for the operator's ente.

    Refuses NotYourWords, and Invalid by field: a tag that the occasion does not have, or has and is missing; an SMS
    that names a service; a first day that is past.
    """
    if not may_write_words(operator):
        raise NotYourWords
    if wrong := await _problems(work, operator, command):
        raise Invalid(wrong)
    await locks.hold(work, "message words", operator.ente_id, f"{command.occasion.value}:{command.language}")
    number = 1 + await last_number(work, operator.ente_id, command.occasion, command.language)
    facts: dict[str, Any] = command.model_dump() | {"starts_on": command.starts_on or work.today}
    work.session.add(
        MessageTemplate(ente_id=operator.ente_id, number=number, written_by_id=operator.operator_id, **facts)
    )
    return number


async def _problems(work: UnitOfWork, operator: Operator, command: WriteMessageWords) -> dict[str, Text]:
    """What is wrong with the words, by field."""
    titles = [one.card.title.in_(command.language) for one in await published_services(work, operator)]
    found = problems(command.occasion, Words(command.subject, paragraphs_of(command.body), command.short), titles)
    if command.starts_on is not None and command.starts_on < work.today:
        found["starts_on"] = _("Scegli oggi o un giorno che deve venire.")
    return found
