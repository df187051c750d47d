"""Keep the bytes of an act that we drew up, before anything is written about it."""

from domain.documents.actions.file_act import ACT_LIMIT
from domain.documents.gateways.store import file_store
from domain.platform.files import StoredContent


async def keep_act(content: bytes) -> StoredContent:
    """Store the bytes and say where; no transaction is open. Never referred to, they are a harmless orphan."""
    return await file_store().put(content, limit=ACT_LIMIT)
