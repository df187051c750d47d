"""Keep the bytes of a file that is nobody's document: an archive that somebody brings to be imported."""

from domain.documents.gateways.store import file_store
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.files import StoredContent, TooLarge
from domain.platform.settings import settings

TOO_LARGE = _("Il file è troppo grande. Dividilo in file più piccoli.")


async def keep_file(content: bytes) -> StoredContent:
    """Store the bytes, sealed, and say where. Refuses Invalid, under ``file``, where they are too many.

    Equal content lies once: who destroys it has seen that no other row names the address.
    """
    try:
        return await file_store().put(content, limit=settings().upload_limit_bytes)
    except TooLarge as refused:
        raise Invalid({"file": TOO_LARGE}) from refused
