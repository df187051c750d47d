"""An ente as everybody may see it, the portal that answers on a host, and which enti belong together."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.refusals import NotFound
from domain.organization.model.ente import Ente
from domain.organization.terms import EnteKind, Palette
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class EnteRow:
    """What an ente says of itself. ``logo_address`` finds the logo in the file store."""

    id: UUID
    kind: EnteKind
    name: str
    slug: str
    ambito_id: UUID | None
    site_name: str
    motto: str
    phone: str
    email: str
    pec: str
    address: str
    accessibility_url: str
    palette: Palette
    languages: tuple[str, ...]
    logo_address: str | None
    logo_media_type: str | None
    is_taking_mandates: bool
    delegation_months: int
    version: int


@dataclass(frozen=True)
class PortalRow:
    """The ente whose portal this is, and all the enti of its ambito: what they publish is shown together."""

    ente: EnteRow
    family: tuple[UUID, ...]


async def ente(work: UnitOfWork, ente_id: UUID) -> EnteRow:
    """The ente ``ente_id``. Refuses NotFound when it is not there or of another ambito."""
    found = (await work.session.exec(select(Ente).where(col(Ente.id) == ente_id))).one_or_none()
    if found is None:
        raise NotFound
    return row_of(found)


async def portal_of(work: UnitOfWork, host: str, fallback_slug: str) -> PortalRow:
    """The portal on ``host``; where no ente claims the host, that of ``fallback_slug``. Refuses NotFound.

    Asked by the System, before anybody is known.
    """
    claimed = select(Ente).where(sa.or_(col(Ente.host) == host, col(Ente.slug) == fallback_slug))
    found = (await work.session.exec(claimed)).all()
    chosen = next((row for row in found if row.host == host), found[0] if found else None)
    if chosen is None:
        raise NotFound
    return PortalRow(row_of(chosen), await family_of(work, chosen.id))


async def family_of(work: UnitOfWork, ente_id: UUID) -> tuple[UUID, ...]:
    """The ambito of ``ente_id``, its comuni and third-sector bodies, as far as they can be seen: the ambito first."""
    root = select(sa.func.coalesce(col(Ente.ambito_id), col(Ente.id))).where(col(Ente.id) == ente_id).scalar_subquery()
    return await _together(work, root)


async def reach_of(work: UnitOfWork, ente_id: UUID) -> tuple[UUID, ...]:
    """The enti whose rows an operator of ``ente_id`` works on: an ambito reaches its members, the others themselves."""
    return await _together(work, sa.literal(ente_id, sa.Uuid()))


async def _together(work: UnitOfWork, root: sa.ColumnElement[UUID]) -> tuple[UUID, ...]:
    members = select(Ente.id).where(sa.or_(col(Ente.id) == root, col(Ente.ambito_id) == root))
    return tuple((await work.session.exec(members.order_by(col(Ente.ambito_id).nulls_first(), col(Ente.slug)))).all())


def row_of(found: Ente) -> EnteRow:
    """What everybody may see of an ente."""
    return EnteRow(
        id=found.id,
        kind=found.kind,
        name=found.name,
        slug=found.slug,
        ambito_id=found.ambito_id,
        site_name=found.site_name,
        motto=found.motto,
        phone=found.phone,
        email=found.email,
        pec=found.pec,
        address=found.address,
        accessibility_url=found.accessibility_url,
        palette=found.palette,
        languages=tuple(found.languages),
        logo_address=found.logo_address,
        logo_media_type=found.logo_media_type,
        is_taking_mandates=found.is_taking_mandates,
        delegation_months=found.delegation_months,
        version=found.version,
    )
