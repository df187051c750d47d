"""The lines of the register about something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.protocollo import ProtocolloEntry
from domain.documents.terms import Direction
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ProtocolloRow:
    """A line of the register; ``label`` is how it is quoted: ``2026/0000123``."""

    label: str
    year: int
    number: int
    registered_at: datetime


async def protocollo_of(
    work: UnitOfWork, about_id: UUID, *, direction: Direction = Direction.INCOMING
) -> ProtocolloRow | None:
    """The number under which ``about_id`` was registered; None while it has none, or is out of the asker's sight."""
    return (await protocollo_of_many(work, [about_id], direction=direction)).get(about_id)


async def protocollo_of_many(
    work: UnitOfWork, about_ids: Sequence[UUID], *, direction: Direction = Direction.INCOMING
) -> dict[UUID, ProtocolloRow]:
    """The same for many things at once, by what was registered."""
    if not about_ids:
        return {}
    wanted = select(ProtocolloEntry).where(
        col(ProtocolloEntry.about_id).in_(set(about_ids)), col(ProtocolloEntry.direction) == direction
    )
    return {
        entry.about_id: ProtocolloRow(entry.label, entry.year, entry.number, entry.registered_at)
        for entry in (await work.session.exec(wanted)).all()
    }
