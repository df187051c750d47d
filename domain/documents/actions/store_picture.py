"""Keeps a picture that is about nobody: the logo of an ente."""

from dataclasses import dataclass
from typing import Literal

from domain.documents.gateways.examined_file import UnacceptableFile
from domain.documents.gateways.sandbox import examine_safely
from domain.documents.gateways.store import file_store
from domain.documents.refusals import UnacceptablePicture
from domain.documents.rules.intake_limits import IntakeLimits

LARGEST = 1024 * 1024
PictureType = Literal["image/png", "image/jpeg"]
TYPES: dict[str, PictureType] = {"image/png": "image/png", "image/jpeg": "image/jpeg"}


@dataclass(frozen=True)
class StoredPicture:
    """Where the picture is, and what it is."""

    address: str
    media_type: PictureType


async def store_picture(content: bytes, claimed_name: str) -> StoredPicture:
    """Keep the picture (at most 1 MiB). Refuses UnacceptablePicture when it is not a PNG or a JPEG."""
    try:
        examined = await examine_safely(content, claimed_name=claimed_name, limits=IntakeLimits(size=LARGEST))
    except UnacceptableFile as refused:
        raise UnacceptablePicture(refused.explanation) from refused
    media_type = TYPES.get(examined.media_type)
    if media_type is None:
        raise UnacceptablePicture
    stored = await file_store().put(examined.content, limit=2 * LARGEST)
    return StoredPicture(stored.address, media_type)
