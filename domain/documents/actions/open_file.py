"""Fetch the bytes of a file, for letters and copies."""

from domain.documents.gateways.store import file_store


async def open_file(address: str) -> bytes:
    """The bytes at an address of the store, which a query gave (``file_to_send``); no transaction is open."""
    return await file_store().read(address)
