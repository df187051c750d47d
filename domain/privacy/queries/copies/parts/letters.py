"""The letters to the person."""

from typing import Any

from domain.correspondence.queries.letters_to import letters_to
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copy_shape import CopiedLetter

MOST_LETTERS = 10_000


async def copied_letters(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """At most ten thousand, never those hidden from who acts for the person."""
    return {
        "letters": tuple(
            CopiedLetter(
                id=one.id,
                language=one.language,
                subject=one.subject,
                paragraphs=one.paragraphs,
                written_at=one.written_at,
                sent_at=one.sent_at,
            )
            for one in await letters_to(work, citizen, most=MOST_LETTERS, also_hidden=False)
        )
    }
