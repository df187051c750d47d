"""What the person and the offices wrote to each other."""

from typing import Any

from domain.correspondence.queries.conversations.conversations_for_copy import conversations_for_copy
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copy_shape import CopiedMessage


async def copied_messages(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """Never what colleagues noted."""
    return {
        "messages": tuple(
            CopiedMessage(
                id=one.id,
                about=one.about,
                subject_id=one.subject_id,
                by="office" if one.is_from_office else "person",
                author=one.author,
                text=one.text,
                sent_at=one.sent_at,
            )
            for one in await conversations_for_copy(work, citizen)
        )
    }
