"""What the office has asked, for the page of the application."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.intake.queries.application_progress import Progress
from domain.intake.queries.examination.integration_items import ItemRow, integration_items
from domain.intake.queries.examination.letters_of import LetterRow, letters_of
from domain.intake.queries.examination.ways_of_citizen import may_observe, review_of
from domain.intake.terms import ItemKind
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from web.locale import language_code


@dataclass(frozen=True)
class Replies:
    """What was asked, the letters, and whether there is a notice to answer or a decision to look at again."""

    items: Sequence[ItemRow]
    letters: Sequence[LetterRow]
    may_observe: bool
    may_ask_review: bool
    last_passage: UUID | None = None

    @property
    def open(self) -> list[ItemRow]:
        """What has no answer."""
        return [one for one in self.items if one.is_open and one.kind is not ItemKind.OBSERVATION]

    @property
    def is_late(self) -> bool:
        """Whether the office has gone on without what has no answer: it may still be sent, and nobody waits for it."""
        return all(one.passage_id != self.last_passage for one in self.open)

    @property
    def questions(self) -> frozenset[str]:
        """The questions of the form that are asked again."""
        return frozenset(one.question for one in self.open if one.question)


async def replies_of(work: UnitOfWork, citizen: Citizen, progress: Progress) -> Replies:
    """For an application that has a proceeding; nothing for one that has none."""
    found = progress.proceeding
    if found is None:
        return Replies((), (), may_observe=False, may_ask_review=False)
    items = await integration_items(work, citizen, progress.application_id, language=language_code())
    is_review = progress.may_go_on and review_of(found) is not None
    letters = await letters_of(work, progress.application_id)
    last_passage = found.history[0].id if found.history else None
    return Replies(items, letters, may_observe(found), is_review, last_passage)
