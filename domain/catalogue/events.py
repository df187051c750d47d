"""What can happen in the catalogue."""

from uuid import UUID

from domain.kernel.event import Event


class BandoRectified(Event):
    """A bando says something else than before: ``number`` is the version in force."""

    bando_id: UUID
    number: int


class BandoConcluded(Event):
    """The result of a bando is there."""

    bando_id: UUID
