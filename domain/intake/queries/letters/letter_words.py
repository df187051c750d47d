"""The words of letters, as an ente uses them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col, select

from domain.intake.model.letter_template import LetterTemplate
from domain.intake.permissions import may_write_letters
from domain.intake.rules import letter_words as shipped
from domain.intake.rules.letter_words import TAGS, LetterWords, OwnLetterWords
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import NotAllowed
from domain.kernel.text import Text
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.procedure.terms.designing import Letter

__all__ = ["TAGS", "LetterWordsRow", "OwnLetterWords", "letters_with_words", "own_letter_words", "words_of_letter"]


@dataclass(frozen=True)
class LetterWordsRow:
    """The words in force today; number 0 and ``is_shipped``: those that the program comes with."""

    letter: Letter
    language: str
    number: int
    words: OwnLetterWords
    is_shipped: bool
    starts_on: date | None


async def words_of_letter(work: UnitOfWork, ente_id: UUID, key: str, language: str) -> LetterWords:
    """The words of the ente for the letter in the language; the shipped ones where it has none. For who draws it up."""
    words = shipped.letter_words(key)
    found = await _in_force(work, ente_id, key, language if language in BY_CODE else SOURCE.code)
    return words.written(_own(found)) if found is not None and not found.is_shipped else words


async def own_letter_words(work: UnitOfWork, operator: Operator, letter: Letter, language: str) -> LetterWordsRow:
    """The words of the operator's ente, to be read and changed. Refuses NotAllowed."""
    if not may_write_letters(operator):
        raise NotAllowed
    found = await _in_force(work, operator.ente_id, letter.value, language)
    if found is None or found.is_shipped:
        number = found.number if found else 0
        return LetterWordsRow(letter, language, number, _shipped(letter, language), True, None)
    return LetterWordsRow(letter, language, found.number, _own(found), False, found.starts_on)


async def letters_with_words(work: UnitOfWork, operator: Operator) -> list[tuple[Letter, tuple[str, ...]]]:
    """Every letter, and the languages in which the ente has words of its own today. Refuses NotAllowed."""
    if not may_write_letters(operator):
        raise NotAllowed
    latest = (
        select(LetterTemplate)
        .where(col(LetterTemplate.ente_id) == operator.ente_id, col(LetterTemplate.starts_on) <= work.today)
        .ext(distinct_on(col(LetterTemplate.letter), col(LetterTemplate.language)))
        .order_by(
            col(LetterTemplate.letter),
            col(LetterTemplate.language),
            col(LetterTemplate.starts_on).desc(),
            col(LetterTemplate.number).desc(),
        )
    )
    own: dict[str, list[str]] = {}
    for row in (await work.session.exec(latest)).all():
        if not row.is_shipped:
            own.setdefault(row.letter, []).append(row.language)
    return [(one, tuple(own.get(one.value, ()))) for one in Letter]


async def last_number(work: UnitOfWork, ente_id: UUID, letter: Letter, language: str) -> int:
    """The number of the latest version, also of one that is not in force yet; 0 without any."""
    asked = select(sa.func.max(col(LetterTemplate.number))).where(
        col(LetterTemplate.ente_id) == ente_id,
        col(LetterTemplate.letter) == letter.value,
        col(LetterTemplate.language) == language,
    )
    return (await work.session.exec(asked)).one() or 0


async def _in_force(work: UnitOfWork, ente_id: UUID, key: str, language: str) -> LetterTemplate | None:
    wanted = select(LetterTemplate).where(
        col(LetterTemplate.ente_id) == ente_id,
        col(LetterTemplate.letter) == key,
        col(LetterTemplate.language) == language,
        col(LetterTemplate.starts_on) <= work.today,
    )
    latest = wanted.order_by(col(LetterTemplate.starts_on).desc(), col(LetterTemplate.number).desc()).limit(1)
    return (await work.session.exec(latest)).first()


def _own(found: LetterTemplate) -> OwnLetterWords:
    return OwnLetterWords(found.title, found.opening, found.closing)


def _shipped(letter: Letter, language: str) -> OwnLetterWords:
    words = shipped.letter_words(letter.value)
    return OwnLetterWords(
        _said(words.title, language), _joined(words.opening, language), _joined(words.closing, language)
    )


def _joined(lines: tuple[Text | str, ...], language: str) -> str:
    return "\n\n".join(_said(one, language) for one in lines)


def _said(words: Text | str, language: str) -> str:
    return say(words, language) if isinstance(words, Text) else words
