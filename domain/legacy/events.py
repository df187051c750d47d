"""What can happen to an import."""

from uuid import UUID

from domain.kernel.event import Event
from domain.legacy.terms import ArchiveKind


class ArchiveImported(Event):
    """The rows of a file stand in the registry."""

    import_id: UUID
    kind: ArchiveKind
    written: int


class ImportUndone(Event):
    """What an import wrote is gone, but for what somebody has used since."""

    import_id: UUID
    removed: int
    kept: int
