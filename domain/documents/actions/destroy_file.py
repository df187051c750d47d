"""Destroy the bytes of a file that is nobody's document: a copy whose days are over."""

from domain.documents.gateways.store import file_store


async def destroy_file(address: str) -> None:
    """Nothing is at the address afterwards; no transaction is open. The caller knows that no other row names it."""
    await file_store().delete(address)
