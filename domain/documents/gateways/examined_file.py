"""The outcome of looking at a file that somebody sent."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Self

from domain.documents.rules.file_kinds import EXTENSIONS, MEDIA_TYPES, FileKind
from domain.documents.rules.file_problems import FileProblem, explain
from domain.documents.rules.intake_limits import IntakeLimits
from domain.kernel.text import Text


class UnacceptableFile(Exception):
    """A file that cannot be taken; ``problem`` is the reason, ``explanation`` the sentence for the sender."""

    def __init__(self, reason: FileProblem, limits: IntakeLimits | None = None) -> None:
        """Remember the reason and the limits in force."""
        super().__init__(reason.value)
        self.reason = reason
        self._limits = limits or IntakeLimits()

    @property
    def explanation(self) -> Text:
        """What to tell the person, and what they can do about it."""
        return explain(self.reason, self._limits)


class FileNote(StrEnum):
    """What we changed in the file before keeping it; the original is not kept."""

    MADE_UPRIGHT = "made_upright"
    STRIPPED = "stripped"
    """Location and camera data removed."""
    REDUCED = "reduced"
    CONVERTED = "converted"
    """Another image format before."""
    ACTIVE_CONTENT_REMOVED = "active_content_removed"
    """Scripts, launch actions or embedded files removed from a PDF."""
    SIGNED = "signed"
    """Carries a signature (PAdES or CAdES): kept byte for byte. Says nothing about its validity."""


@dataclass(frozen=True)
class ExaminedFile:
    """A file that may be kept: its real kind, what is in it, and the bytes to keep."""

    kind: FileKind
    content: bytes = field(repr=False)
    name: str = ""
    """What to call the file: the harmless part of the sender's name, with the true extension."""
    page_count: int | None = None
    width: int | None = None
    """Pixels, of an image."""
    height: int | None = None
    """Pixels, of an image."""
    notes: tuple[FileNote, ...] = ()
    inside: Self | None = None
    """The document inside a signed container, to be shown instead of it."""

    @property
    def media_type(self) -> str:
        """The true media type; the only one to send the file with."""
        return MEDIA_TYPES[self.kind]

    @property
    def extension(self) -> str:
        """The true extension, without a dot."""
        return EXTENSIONS[self.kind]

    @property
    def size(self) -> int:
        """Bytes of the content to keep."""
        return len(self.content)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the content to keep, in hex."""
        return hashlib.sha256(self.content).hexdigest()
