"""The words of messages, as an ente uses them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from domain.correspondence.model.message_words import MessageTemplate
from domain.correspondence.permissions import may_write_words
from domain.correspondence.refusals import NotYourWords
from domain.correspondence.rules.shipped_words import SHIPPED
from domain.correspondence.rules.sms_length import SmsLength, sms_length
from domain.correspondence.rules.wording import Words, fill
from domain.correspondence.terms.occasions import WRITTEN, Occasion
from domain.kernel.actor import Operator
from domain.kernel.tagged import paragraphs_of
from domain.platform.language import say
from domain.platform.work import UnitOfWork

__all__ = [
    "MessageWordsRow",
    "OccasionRow",
    "SmsLength",
    "Words",
    "message_words",
    "occasions_of",
    "words_in_force",
]


@dataclass(frozen=True)
class MessageWordsRow:
    """The words in force; number 0 and ``is_shipped``: those that the program comes with."""

    occasion: Occasion
    language: str
    number: int
    words: Words
    is_shipped: bool
    starts_on: date | None

    def about(self, tags: dict[str, str]) -> tuple[Words, SmsLength]:
        """The words with their tags filled, and how long the SMS is."""
        words = fill(self.words, tags)
        return words, sms_length(words.short)


@dataclass(frozen=True)
class OccasionRow:
    """An occasion, and the languages in which the ente has its own words."""

    occasion: Occasion
    languages: tuple[str, ...]


async def words_in_force(work: UnitOfWork, ente_id: UUID, occasion: Occasion, language: str) -> MessageWordsRow:
    """The words of the ente for the occasion in the language today; where it has none, the shipped ones.

    Within the ambito they are no secret. One question.
    """
    wanted = select(MessageTemplate).where(
        col(MessageTemplate.ente_id) == ente_id,
        col(MessageTemplate.occasion) == occasion,
        col(MessageTemplate.language) == language,
        col(MessageTemplate.starts_on) <= work.today,
    )
    latest = wanted.order_by(col(MessageTemplate.starts_on).desc(), col(MessageTemplate.number).desc()).limit(1)
    found = (await work.session.exec(latest)).first()
    if found is None or found.is_shipped:
        return MessageWordsRow(
            occasion, language, found.number if found else 0, _shipped(occasion, language), True, None
        )
    words = Words(found.subject, paragraphs_of(found.body), found.short)
    return MessageWordsRow(occasion, language, found.number, words, False, found.starts_on)


async def message_words(work: UnitOfWork, operator: Operator, occasion: Occasion, language: str) -> MessageWordsRow:
    """The words of the operator's ente, for who administers it. Refuses NotYourWords."""
    if not may_write_words(operator):
        raise NotYourWords
    return await words_in_force(work, operator.ente_id, occasion, language)


async def occasions_of(work: UnitOfWork, operator: Operator) -> list[OccasionRow]:
    """Every occasion, with the languages in which the ente has words of its own today. Refuses NotYourWords."""
    if not may_write_words(operator):
        raise NotYourWords
    latest = (
        select(MessageTemplate)
        .where(col(MessageTemplate.ente_id) == operator.ente_id, col(MessageTemplate.starts_on) <= work.today)
        .ext(distinct_on(col(MessageTemplate.occasion), col(MessageTemplate.language)))
        .order_by(
            col(MessageTemplate.occasion),
            col(MessageTemplate.language),
            col(MessageTemplate.starts_on).desc(),
            col(MessageTemplate.number).desc(),
        )
    )
    own: dict[Occasion, list[str]] = {}
    for row in (await work.session.exec(latest)).all():
        if not row.is_shipped:
            own.setdefault(row.occasion, []).append(row.language)
    return [OccasionRow(one, tuple(own.get(one, ()))) for one in WRITTEN]


async def last_number(work: UnitOfWork, ente_id: UUID, occasion: Occasion, language: str) -> int:
    """The number of the latest version, also of one that is not in force yet; 0 without any."""
    asked = select(sa.func.max(col(MessageTemplate.number))).where(
        col(MessageTemplate.ente_id) == ente_id,
        col(MessageTemplate.occasion) == occasion,
        col(MessageTemplate.language) == language,
    )
    return (await work.session.exec(asked)).one() or 0


def _shipped(occasion: Occasion, language: str) -> Words:
    start = SHIPPED[occasion]
    lines = tuple(say(one, language) for one in start.paragraphs)
    return Words(say(start.subject, language), lines, say(start.short, language))
