"""The documents that are kept."""

from typing import Any

from domain.documents.queries.own_documents import own_documents
from domain.kernel.actor import Citizen
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copy_shape import CopiedDocument


async def copied_documents(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """What they are, with their fingerprints: the files are in the personal area."""
    return {
        "documents": tuple(
            CopiedDocument(
                id=one.id,
                kind=one.kind,
                title=one.title,
                file_name=one.file_name,
                media_type=one.media_type,
                size=one.size,
                sha256=one.sha256,
                kept_at=one.created_at,
            )
            for one in await own_documents(work, citizen)
        )
    }
