"""The files of protected people that were opened in an emergency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.kernel.roles import Role
from domain.organization.queries.office_names import office_names
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.model.person import ProtectedOpening

READERS = (Role.OFFICE_HEAD, Role.AUDITOR)


@dataclass(frozen=True)
class OpeningRow:
    """Who opened a file, when and why. Whose it was is not said here."""

    id: UUID
    operator: str
    office: str
    opened_at: datetime
    expires_at: datetime
    reason: str


async def own_opening(work: UnitOfWork, operator: Operator, opening_id: UUID) -> tuple[UUID, datetime]:
    """The person whose file the operator has opened, and until when. Refuses NotFound: another's, or over."""
    wanted = select(ProtectedOpening).where(
        col(ProtectedOpening.id) == opening_id,
        col(ProtectedOpening.operator_id) == operator.operator_id,
        col(ProtectedOpening.expires_at) > work.now,
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found.person_id, found.expires_at


async def protected_openings(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[OpeningRow]:
    """Those of the enti in reach, the latest first; none for who is no head of an office and no auditor."""
    mine = col(ProtectedOpening.ente_id).in_(operator.enti) if operator.has(*READERS) else sa.false()
    total = (await work.session.exec(select(sa.func.count(col(ProtectedOpening.id))).where(mine))).one()
    latest = select(ProtectedOpening).where(mine).order_by(col(ProtectedOpening.created_at).desc())
    found = (await work.session.exec(latest.offset(offset_of(page)).limit(PAGE_SIZE))).all()
    return Page(await _rows(work, found), max(1, page), PAGE_SIZE, total)


async def _rows(work: UnitOfWork, found: Sequence[ProtectedOpening]) -> list[OpeningRow]:
    called = await operator_names(work, {one.operator_id for one in found})
    offices = await office_names(work, {one.office_id for one in found})
    return [
        OpeningRow(
            one.id,
            called.get(one.operator_id, ""),
            offices[one.office_id].name if one.office_id in offices else "",
            one.created_at,
            one.expires_at,
            one.reason,
        )
        for one in found
    ]
