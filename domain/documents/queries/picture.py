"""A picture that anybody may see: the logo of an ente."""

from domain.documents.gateways.store import file_store
from domain.kernel.refusals import NotFound
from domain.platform.files import FileMissing


async def picture(address: str) -> bytes:
    """The bytes kept at ``address``, which the caller has read from an ente. Refuses NotFound."""
    try:
        return await file_store().read(address)
    except FileMissing as missing:
        raise NotFound from missing
