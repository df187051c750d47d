"""To which office an application goes."""

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.organization.model.ente import Ente
from domain.organization.model.office import Office
from domain.organization.queries.offices import OfficeRow, offices_where
from domain.platform.work import UnitOfWork


async def competent_office(work: UnitOfWork, ente_id: UUID) -> OfficeRow | None:
    """The open office of ``ente_id`` that receives applications, else that of its ambito, else None.

    An actor to whom the ambito is out of sight is only told of the ente's own.
    """
    ambito_id = select(Ente.ambito_id).where(col(Ente.id) == ente_id).scalar_subquery()
    found = await offices_where(
        work,
        col(Office.is_receiving_applications),
        col(Office.is_open),
        sa.or_(col(Office.ente_id) == ente_id, col(Office.ente_id) == ambito_id),
    )
    return min(found, key=lambda office: office.ente_id != ente_id, default=None)
