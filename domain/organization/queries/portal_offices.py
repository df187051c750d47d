"""The open offices of a portal: those of its ente first, then those of the other enti of the ambito."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col

from domain.organization.model.office import Office
from domain.organization.queries.offices import OfficeRow, offices_where
from domain.platform.work import UnitOfWork


async def portal_offices(work: UnitOfWork, ente_id: UUID, family: Sequence[UUID]) -> Sequence[OfficeRow]:
    """Where people of the portal of ``ente_id`` can go, with the opening hours; two questions."""
    found = await offices_where(work, col(Office.ente_id).in_({ente_id, *family}), col(Office.is_open))
    return sorted(found, key=lambda office: (office.ente_id != ente_id, office.ente_name, office.name))
